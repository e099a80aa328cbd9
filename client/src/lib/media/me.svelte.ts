import type { MediaSource } from '@confab/shared';
import { capture, captureScreen, type DeviceKind, type NoTrack } from './capture.ts';
import type { FirstTracks } from './device-preview.svelte.ts';
import { rememberDevices, rememberedDevices } from './remembered-devices.ts';
import { SoundLevel } from './sound-level.svelte.ts';

/** Says that a source should be sent like this from now on; null: not at all. */
type Wish = (
  source: MediaSource,
  wish: { track: MediaStreamTrack; paused: boolean } | null,
) => void;

/** One's own microphone, camera and screen in a call. */
export class Me {
  #tracks = $state.raw<Partial<Record<MediaSource, MediaStreamTrack>>>({});
  #muted = $state(false);
  #level = new SoundLevel();
  #wish: Wish;
  /** A device went away, or sharing was ended from the browser's own bar. */
  #onLost: (source: MediaSource) => void;

  constructor(wish: Wish, onLost: (source: MediaSource) => void) {
    this.#wish = wish;
    this.#onLost = onLost;
  }

  readonly microphoneOn = $derived(this.#tracks.microphone !== undefined && !this.#muted);
  /** For the view of oneself. */
  readonly camera = $derived(this.#tracks.camera ?? null);
  readonly screen = $derived(this.#tracks.screen ?? null);
  readonly cameraOn = $derived(this.camera !== null);
  readonly sharing = $derived(this.screen !== null);

  /** How loud the microphone hears, 0 to 1. */
  get level(): number {
    return this.#muted ? 0 : this.#level.level;
  }

  begin({ microphone, camera, muted }: FirstTracks): void {
    this.#muted = muted;
    if (microphone) this.#set('microphone', microphone);
    if (camera) this.#set('camera', camera);
  }

  /** Null when it worked; else why there is no microphone. */
  async toggleMicrophone(): Promise<NoTrack | null> {
    const track = this.#tracks.microphone;
    if (!track) return this.#open('microphone');
    this.#muted = !this.#muted;
    this.#wish('microphone', { track, paused: this.#muted });
    return null;
  }

  /** Switching off lets go of the camera, so that its light goes out. */
  async toggleCamera(): Promise<NoTrack | null> {
    if (!this.#tracks.camera) return this.#open('camera');
    this.#set('camera', null);
    return null;
  }

  async shareScreen(): Promise<NoTrack | null> {
    const captured = await captureScreen();
    if (!captured.ok) return captured.why;
    captured.track.contentHint = 'detail';
    this.#set('screen', captured.track);
    return null;
  }

  stopSharing(): void {
    this.#set('screen', null);
  }

  /** Uses another camera or microphone, now and the next time. */
  async switchDevice(kind: DeviceKind, id: string): Promise<NoTrack | null> {
    rememberDevices({ ...rememberedDevices(), [kind]: id });
    return this.#tracks[kind] ? this.#open(kind) : null;
  }

  /** Lets go of everything. */
  end(): void {
    for (const track of Object.values(this.#tracks)) track.stop();
    this.#tracks = {};
    this.#level.close();
  }

  async #open(kind: DeviceKind): Promise<NoTrack | null> {
    const captured = await capture(kind, rememberedDevices()[kind]);
    if (!captured.ok) return captured.why;
    if (kind === 'microphone' && !this.#tracks.microphone) this.#muted = false;
    this.#set(kind, captured.track);
    return null;
  }

  #set(source: MediaSource, track: MediaStreamTrack | null): void {
    const before = this.#tracks[source];
    const { [source]: _, ...rest } = this.#tracks;
    this.#tracks = track ? { ...rest, [source]: track } : rest;
    const paused = source === 'microphone' && this.#muted;
    this.#wish(source, track ? { track, paused } : null);
    if (source === 'microphone') this.#level.follow(track);
    before?.stop();
    track?.addEventListener('ended', () => {
      if (this.#tracks[source] !== track) return;
      this.#set(source, null);
      this.#onLost(source);
    });
  }
}
