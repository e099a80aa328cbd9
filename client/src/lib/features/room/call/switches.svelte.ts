import { type Call, type NoTrack } from '#lib/media/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Shortcut } from './shortcut.ts';

const faults: Record<NoTrack, () => string> = {
  denied: m.room_fault_denied,
  none: m.room_fault_none,
  busy: m.room_fault_busy,
  insecure: m.room_fault_insecure,
};

/** Microphone, camera and screen in the call, and why one could not be switched on. */
export class Switches {
  #call: Call;
  #fault = $state<string | null>(null);

  constructor(call: Call) {
    this.#call = call;
  }

  get fault(): string | null {
    return this.#fault;
  }

  forgive(): void {
    this.#fault = null;
  }

  /** Phones' browsers cannot show the screen. */
  readonly canShare = 'getDisplayMedia' in (navigator.mediaDevices ?? {});

  async turn(what: Shortcut): Promise<void> {
    const call = this.#call;
    if (what === 'microphone') return this.#tell(await call.toggleMicrophone());
    if (what === 'camera') return this.#tell(await call.toggleCamera());
    if (call.me.sharing) return call.stopSharing();
    if (!this.canShare) return;
    const why = await call.shareScreen();
    // Choosing nothing to show is no fault.
    if (why !== 'denied') this.#tell(why);
  }

  async use(kind: 'camera' | 'microphone', id: string): Promise<void> {
    this.#tell(await this.#call.switchDevice(kind, id));
  }

  #tell(why: NoTrack | null): void {
    this.#fault = why && faults[why]();
  }
}
