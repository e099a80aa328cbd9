import type { MediaSource, RtpParametersView, TransportPair, TransportView } from '@confab/shared';
import type { types } from 'mediasoup-client';
import { backoff } from './backoff.ts';
import type { DtlsEnd } from './dtls-end.ts';
import { sendOptions } from './encodings.ts';
import type { NodeLink } from './node-link.ts';
import { nothingToPlay } from './nothing-to-play.ts';

export interface PathOptions {
  device: types.Device;
  link: NodeLink;
  pair: TransportPair;
  /** This browser's end, which the node knows already; null: it is told of the one that is made. */
  end: DtlsEnd | null;
  /** Media flows both ways, or does not; null: nothing has been tried yet. */
  onHealth: (flows: boolean) => void;
  /** New credentials did not help: make everything anew. */
  onGone: () => void;
}

/** Milliseconds for which a path may be disturbed before anything is done about it. */
const disturbance = 2_000;
/** New ICE credentials that are tried before the path is given up. */
const mostRestarts = 3;

/** The two transports of a call, and their mending. */
export class MediaPath {
  readonly send: types.Transport;
  readonly receive: types.Transport;
  #options: PathOptions;
  #timers = new Map<types.Transport, ReturnType<typeof setTimeout>>();
  #restarts = 0;
  #closed = false;
  #end = Promise.withResolvers<void>();
  /** What the node refused, by the name that it has with the library until it is undone. */
  #refused = new Map<string, string>();

  constructor(options: PathOptions) {
    const { device, pair, end } = options;
    this.#options = options;
    this.send = device.createSendTransport(forClient(pair.send, end));
    this.receive = device.createRecvTransport(forClient(pair.receive, end));
    for (const transport of [this.send, this.receive]) this.#tend(transport);
    this.send.on('produce', ({ rtpParameters, appData }, done) => {
      const { source, paused } = appData as { source: MediaSource; paused: boolean };
      const input = { source, rtpParameters: rtpParameters as RtpParametersView, paused };
      void options.link.call('produce', input).then((answer) => {
        done({ id: answer.ok ? answer.value.producerId : this.#refuse(answer.code) });
      });
    });
  }

  /** Neither transport has failed beyond mending. */
  get alive(): boolean {
    return !this.#closed;
  }

  /** Looks for the way here before there is anything to play. */
  async open(): Promise<void> {
    const nothing = nothingToPlay(this.#options.device);
    // A path that closes meanwhile needs no opening; the library may leave it undecided then.
    const opened = nothing && this.receive.consume(nothing).catch(() => undefined);
    await Promise.race([opened, this.#end.promise]);
  }

  /**
   * The track stays the caller's: ending the producer does not stop it.
   * @throws with the node's code when it was refused; what comes next is not disturbed by that
   */
  async produce(
    source: MediaSource,
    track: MediaStreamTrack,
    paused: boolean,
  ): Promise<types.Producer> {
    const producer = await this.send.produce({
      track,
      ...sendOptions[source],
      stopTracks: false,
      disableTrackOnPause: source === 'microphone',
      appData: { source, paused },
    });
    const refused = this.#refused.get(producer.id);
    if (refused !== undefined) {
      this.#refused.delete(producer.id);
      producer.close();
      throw new Error(refused);
    }
    if (paused) producer.pause();
    return producer;
  }

  /** After the connection came back: a path that broke meanwhile could not be mended before. */
  mend(): void {
    this.#restarts = 0;
    for (const transport of [this.send, this.receive])
      if (broken(transport)) void this.#restart(transport);
  }

  close(): void {
    this.#closed = true;
    this.#end.resolve();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.send.close();
    this.receive.close();
  }

  /**
   * The library undoes what fails while it goes on with the next thing, and the two spoil each other
   * for good; what is closed it undoes in its turn. So what is refused is first taken as begun.
   */
  #refuse(code: string): string {
    const name = `refused ${crypto.randomUUID()}`;
    this.#refused.set(name, code);
    return name;
  }

  #tend(transport: types.Transport): void {
    transport.on('connect', ({ dtlsParameters }, done) => {
      const { link, onGone, end } = this.#options;
      const input = { transportId: transport.id, dtlsParameters };
      // The browser looks for its path meanwhile: that takes a round trip, before DTLS begins.
      done();
      if (end) return;
      void link.call('connect-transport', input).then((answer) => {
        if (!answer.ok && !this.#closed) onGone();
      });
    });
    transport.on('connectionstatechange', (state) => {
      clearTimeout(this.#timers.get(transport));
      if (state === 'connected') this.#restarts = 0;
      if (state === 'failed') void this.#restart(transport);
      if (state === 'disconnected') this.#later(transport, disturbance);
      this.#options.onHealth(![this.send, this.receive].some(broken));
    });
  }

  #later(transport: types.Transport, ms: number): void {
    clearTimeout(this.#timers.get(transport));
    this.#timers.set(
      transport,
      setTimeout(() => void this.#restart(transport), ms),
    );
  }

  /** Without a connection to the node there is nothing to be done here; `mend` comes after it. */
  async #restart(transport: types.Transport): Promise<void> {
    const { link, onGone } = this.#options;
    if (this.#closed || !broken(transport) || !link.connected) return;
    if (this.#restarts >= mostRestarts * 2) return onGone();
    this.#restarts += 1;
    const answer = await link.call('restart-ice', { transportId: transport.id });
    if (this.#closed) return;
    if (!answer.ok && answer.code === 'not-found') return onGone();
    if (answer.ok) await transport.restartIce({ iceParameters: answer.value });
    if (!this.#closed) this.#later(transport, disturbance + backoff(this.#restarts));
  }
}

const broken = ({ connectionState }: types.Transport): boolean =>
  connectionState === 'failed' || connectionState === 'disconnected';

/** The library's types ask for the same shapes under its own names. */
const forClient = (view: TransportView, end: DtlsEnd | null): types.TransportOptions =>
  end ? { ...view, additionalSettings: { certificates: [end.certificate] } } : view;
