import { capture, type DeviceKind, type NoTrack } from './capture.ts';
import { DeviceList } from './device-list.svelte.ts';
import { rememberDevices, rememberedDevices } from './remembered-devices.ts';
import { SoundLevel } from './sound-level.svelte.ts';

/** `off`: the person switched it off. */
export type DeviceState = 'asking' | 'granted' | 'off' | NoTrack;

/** What a call begins with. The call owns the tracks from then on. */
export interface FirstTracks {
  microphone: MediaStreamTrack | null;
  camera: MediaStreamTrack | null;
  /** Joins with the microphone switched off. */
  muted: boolean;
}

/** The camera and microphone before a call. Nothing is sent anywhere. @see W2 */
export class DevicePreview {
  readonly devices = new DeviceList();
  readonly chosen = $state(rememberedDevices());
  #state = $state<Record<DeviceKind, DeviceState>>({ camera: 'asking', microphone: 'asking' });
  #tracks = $state.raw<Record<DeviceKind, MediaStreamTrack | null>>({
    camera: null,
    microphone: null,
  });
  #level = new SoundLevel();
  #closed = false;

  /** For the preview's picture, without sound; null while there is none. */
  readonly stream = $derived(this.#tracks.camera ? new MediaStream([this.#tracks.camera]) : null);

  get camera(): DeviceState {
    return this.#state.camera;
  }

  get microphone(): DeviceState {
    return this.#state.microphone;
  }

  /** How loud the microphone hears, 0 to 1. */
  get level(): number {
    return this.#level.level;
  }

  /** Asks for both, one prompt after the other, so that one refusal does not cost the other. */
  async open(): Promise<void> {
    await this.#capture('microphone');
    await this.#capture('camera');
  }

  /** Asks again, after the person has changed their mind or plugged something in. */
  async retry(): Promise<void> {
    for (const kind of ['microphone', 'camera'] as const)
      if (this.#state[kind] !== 'granted' && this.#state[kind] !== 'off') await this.#capture(kind);
  }

  /** Uses this device now and the next time. */
  async choose(kind: DeviceKind | 'speaker', id: string): Promise<void> {
    this.chosen[kind] = id;
    rememberDevices({ ...this.chosen });
    if (kind !== 'speaker' && this.#state[kind] !== 'off') await this.#capture(kind);
  }

  /** Switches it off, or on again. */
  async toggle(kind: DeviceKind): Promise<void> {
    if (this.#state[kind] !== 'granted') return this.#capture(kind);
    this.#hold(kind, null);
    this.#state[kind] = 'off';
  }

  /** Gives the tracks to a call and ends the preview. */
  handOver(): FirstTracks {
    const { camera, microphone } = this.#tracks;
    this.#tracks = { camera: null, microphone: null };
    this.close();
    return { camera, microphone, muted: this.#state.microphone === 'off' };
  }

  /** Lets go of the devices. */
  close(): void {
    this.#closed = true;
    this.#level.close();
    this.devices.close();
    for (const kind of ['camera', 'microphone'] as const) this.#tracks[kind]?.stop();
    this.#tracks = { camera: null, microphone: null };
  }

  async #capture(kind: DeviceKind): Promise<void> {
    this.#state[kind] = 'asking';
    const captured = await capture(kind, this.chosen[kind]);
    if (this.#closed) return void (captured.ok && captured.track.stop());
    this.#state[kind] = captured.ok ? 'granted' : captured.why;
    this.#hold(kind, captured.ok ? captured.track : null);
    await this.devices.refresh();
  }

  #hold(kind: DeviceKind, track: MediaStreamTrack | null): void {
    this.#tracks[kind]?.stop();
    this.#tracks = { ...this.#tracks, [kind]: track };
    if (kind === 'microphone') this.#level.follow(track);
    track?.addEventListener('ended', () => {
      if (this.#tracks[kind] !== track) return;
      this.#hold(kind, null);
      this.#state[kind] = 'none';
    });
  }
}
