import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';

/** What the tests use of the library, as the page has it. */
interface PageMedia {
  Call: new (options: { first: Promise<unknown>; ticket: () => Promise<unknown> }) => PageCall;
  NetworkCheck: new (options: { ticket: () => Promise<unknown> }) => PageCheck;
  DevicePreview: new () => { open(): Promise<void>; handOver(): unknown; level: number };
}
interface PageCall {
  state: { name: string };
  others: {
    personId: string;
    name: string;
    muted: boolean;
    audio: MediaStreamTrack | null;
    camera: MediaStreamTrack | null;
    screen: MediaStreamTrack | null;
  }[];
  join(): Promise<void>;
  send(tracks: unknown): void;
  leave(): Promise<void>;
  toggleMicrophone(): Promise<unknown>;
  show(picture: { personId: string; source: string; width: number; height: number }): void;
}
interface PageCheck {
  run(): Promise<void>;
  state: string;
  roundTrip: number | null;
  lost: number | null;
  via: string | null;
}
declare global {
  interface Window {
    media: PageMedia;
    ticket: (kind: string) => Promise<unknown>;
    call: PageCall;
    paths: RTCPeerConnection[];
  }
}

export interface Path {
  protocol: string;
  port: number;
  srtpCipher: string;
  remoteFingerprint: string;
}

interface Visit {
  /** Hides the node's UDP addresses from the page. */
  tcpOnly?: boolean;
  name?: string;
  personId?: string;
}

/** One person's page in a real browser. */
export class RoomPage {
  readonly personId: string;
  readonly page: Page;

  private constructor(page: Page, personId: string) {
    this.page = page;
    this.personId = personId;
  }

  static async open(
    browser: Browser,
    url: string,
    { tcpOnly = false, name = 'Ada', personId = randomUUID() }: Visit = {},
  ): Promise<RoomPage> {
    const page = await browser.newPage({ permissions: ['camera', 'microphone'] });
    await page.addInitScript(watchPaths, tcpOnly);
    await page.goto(`${url}/?personId=${personId}&name=${name}`);
    await page.waitForFunction(() => 'ticket' in window);
    return new RoomPage(page, personId);
  }

  /** Opens the call without joining it. */
  async warmUp(): Promise<void> {
    await this.page.evaluate(() => {
      const ticket = () => window.ticket('room');
      const first = () => ticket().then((one) => ({ ticket: one, end: null, line: null }));
      window.call ??= new window.media.Call({ first: first(), ticket });
    });
  }

  async join(): Promise<void> {
    await this.warmUp();
    await this.page.evaluate(async () => {
      const preview = new window.media.DevicePreview();
      const seated = window.call.join();
      await preview.open();
      window.call.send(preview.handOver());
      await seated;
    });
    await this.is('in');
  }

  /** The id of the other's picture; it changes when the picture comes by a new path. */
  async cameraId(): Promise<string | null> {
    return this.page.evaluate(() => window.call.others[0]?.camera?.id ?? null);
  }

  async is(name: string): Promise<void> {
    await this.page.waitForFunction((wanted) => window.call.state.name === wanted, name);
  }

  /** The other's picture has arrived: it is put on the page. */
  async sees(): Promise<void> {
    await this.page.waitForFunction(() => window.call.others[0]?.camera?.readyState === 'live');
    await this.page.evaluate(async () => {
      document.querySelector('video')?.remove();
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = new MediaStream([window.call.others[0]!.camera!]);
      document.body.append(video);
      await video.play();
    });
  }

  /** Shows the other's picture at this size from now on. */
  async shows(width: number, height: number): Promise<void> {
    await this.page.evaluate(
      (size) => {
        const personId = window.call.others[0]!.personId;
        window.call.show({ personId, source: 'camera', ...size });
      },
      { width, height },
    );
  }

  async width(): Promise<number> {
    return this.page.evaluate(() => document.querySelector('video')!.videoWidth);
  }

  /** Kinds of all that could be sent. */
  async sends(): Promise<string[]> {
    return this.page.evaluate(() =>
      window.paths.flatMap((path) => path.getSenders().flatMap(({ track }) => track?.kind ?? [])),
    );
  }

  /** Frames of pictures decoded so far, over all that arrives on living paths. */
  async framesDecoded(): Promise<number> {
    return this.page.evaluate(async () => {
      let frames = 0;
      for (const path of window.paths.filter((one) => one.connectionState !== 'closed'))
        for (const one of (await path.getStats()).values())
          if (one.type === 'inbound-rtp' && one.kind === 'video') frames += one.framesDecoded ?? 0;
      return frames;
    });
  }

  /** A small copy of the remote picture's pixels. */
  async pixels(): Promise<number[]> {
    return this.page.evaluate(() => {
      const canvas = new OffscreenCanvas(64, 36);
      const paint = canvas.getContext('2d')!;
      paint.drawImage(document.querySelector('video')!, 0, 0, 64, 36);
      return [...paint.getImageData(0, 0, 64, 36).data];
    });
  }

  /** The loudest moment of the other's voice within a while, 0 to 1. */
  async hears(withinMs = 3000): Promise<number> {
    await this.page.waitForFunction(() => window.call.others[0]?.audio);
    return this.page.evaluate(async (ms) => {
      const track = window.call.others[0]!.audio!;
      const element = new Audio();
      element.srcObject = new MediaStream([track]);
      element.muted = true;
      await element.play();
      const context = new AudioContext();
      await context.resume();
      const analyser = context.createAnalyser();
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      let loudest = 0;
      for (const until = performance.now() + ms; performance.now() < until;) {
        analyser.getFloatTimeDomainData(samples);
        for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await context.close();
      return loudest;
    }, withinMs);
  }

  /** How media travels, for every path that is connected. */
  async paths(): Promise<Path[]> {
    return this.page.evaluate(async () => {
      const found = [];
      for (const path of window.paths.filter((one) => one.connectionState === 'connected')) {
        const stats = [...(await path.getStats()).values()];
        const transport = stats.find(({ type }) => type === 'transport');
        const pair = stats.find(({ id }) => id === transport?.selectedCandidatePairId);
        const remote = stats.find(({ id }) => id === pair?.remoteCandidateId);
        const [, remoteFingerprint = ''] =
          /a=fingerprint:(\S+)/.exec(path.remoteDescription?.sdp ?? '') ?? [];
        const { protocol, port } = remote ?? {};
        found.push({ protocol, port, srtpCipher: transport?.srtpCipher, remoteFingerprint });
      }
      return found;
    });
  }

  /** The ICE user names that the node gave for the living paths. */
  async nodeCredentials(): Promise<string[]> {
    return this.page.evaluate(() =>
      window.paths.flatMap(
        ({ remoteDescription }) =>
          /a=ice-ufrag:(\S+)/.exec(remoteDescription?.sdp ?? '')?.[1] ?? [],
      ),
    );
  }

  async checkNetwork(): Promise<{ state: string; via: string | null; lost: number | null }> {
    return this.page.evaluate(async () => {
      const check = new window.media.NetworkCheck({ ticket: () => window.ticket('probe') });
      await check.run();
      const { state, via, lost, roundTrip } = check;
      return { state, via, lost, roundTrip };
    });
  }
}

/** In the page, before its own scripts: remembers peer connections; may hide UDP from them. */
function watchPaths(tcpOnly: boolean): void {
  window.paths = [];
  const Native = RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.paths.push(this);
    }
    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const sdp = tcpOnly
        ? (description.sdp ?? '').replace(/^a=candidate:.* udp .*\r\n/gim, '')
        : (description.sdp ?? '');
      return super.setRemoteDescription({ type: description.type, sdp });
    }
  };
}
