import { windowOf, type RoomEnd, type RoomPhase } from '@confab/shared';
import { live } from '#lib/live/index.ts';
import { Call, DevicePreview, NetworkCheck } from '#lib/media/index.ts';
import { admission } from './admission.ts';
import { approach } from './approach.ts';

/** Where a person stands to a room that they look at. */
export type Standing =
  | { name: 'outside' }
  | { name: 'inside'; call: Call }
  | { name: 'left' }
  | { name: 'taken-over' }
  | { name: 'ended'; reason: RoomEnd }
  | { name: 'refused'; code: string };

/** Milliseconds that pressing Join waits for a camera or microphone still being asked for. */
const patience = 4_000;

/**
 * One person's visit to a room: devices and connection tried out before it, the call itself, and
 * how it ended. Nothing is sent before {@link join}, or before the opening that {@link joinAtOpening}
 * waits for. @see W2
 */
export class Visit {
  readonly roomId: string;
  #preview = $state.raw(new DevicePreview());
  #devicesAsked: Promise<void> | null = null;
  #spent = false;
  #checked = false;
  #closed = false;
  #call = $state.raw<Call | null>(null);
  /** Join was pressed, and the call has not been left. */
  #joined = $state(false);
  #left = $state(false);
  #joining = $state(false);
  #waiting = $state(false);
  #phase: RoomPhase | 'state' | null = null;
  readonly check = new NetworkCheck({ ticket: () => live.ask('room.probe', {}) });

  /** Warms up before the page is drawn, where it can. */
  constructor(roomId: string, phase: RoomPhase | 'state' | null) {
    this.roomId = roomId;
    this.follow(phase);
  }

  /** Before the call the devices themselves, in it what was chosen. */
  get preview(): DevicePreview {
    return this.#preview;
  }

  /** Join was pressed, and a device is still being asked for. */
  get joining(): boolean {
    return this.#joining;
  }

  /** "Join when it opens" was pressed. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** Join was pressed, and there is a seat in another room: which of the two is to be asked. @see W5 */
  readonly elsewhere: boolean = $derived.by(
    () => this.#joined && this.#call?.state.name === 'seated-elsewhere',
  );

  readonly standing: Standing = $derived.by(() => {
    const call = this.#call;
    if (!this.#joined || !call) return { name: this.#left ? 'left' : 'outside' };
    const { state } = call;
    switch (state.name) {
      case 'left':
      case 'taken-over':
      case 'ended':
      case 'refused':
        return state;
      default:
        return { name: 'inside', call };
    }
  });

  /** The room's phase is this from now on: warms the call up, or lets in whoever waits. */
  follow(phase: RoomPhase | 'state' | null): void {
    this.#phase = phase;
    if (phase === 'after' || phase === 'state') this.#waiting = false;
    const { name } = this.standing;
    if (name === 'inside') return;
    if (phase === 'open' && this.#waiting) return void this.join();
    if (name !== 'outside') return;
    if (phase === 'open') this.#call ??= this.#newCall();
    else this.#drop();
  }

  /** Asks for the devices and, once, tries the connection. Resolves when the devices are settled. */
  prepare(): Promise<void> {
    if (this.#spent) this.#preview = new DevicePreview();
    this.#spent = false;
    this.#devicesAsked ??= this.#preview.open();
    const devices = this.#devicesAsked;
    void devices.then(() => this.#tryConnection());
    return devices;
  }

  /** Once, and not in the way of a call that begins. */
  #tryConnection(): void {
    if (this.#checked || this.#joining || this.#spent || this.#closed) return;
    this.#checked = true;
    void this.check.run();
  }

  /**
   * Lets go of the devices, unless the call has them. Asks its own flag: an effect's teardown still
   * reads the preview's state as it was before the hand-over.
   */
  rest(): void {
    if (this.#spent) return;
    this.#preview.close();
    this.#spend();
  }

  joinAtOpening(): void {
    if (this.#phase === 'before') this.#waiting = true;
    else void this.join();
  }

  doNotWait(): void {
    this.#waiting = false;
  }

  stayElsewhere(): void {
    if (!this.elsewhere) return;
    this.#joined = false;
    this.#drop();
    this.follow(this.#phase);
  }

  /** Gives up the seat in the other room, and takes the one here. */
  leaveOther(): void {
    void this.#call?.leaveOther();
  }

  /** Takes the seat with the devices that are on; also again, after leaving or a takeover. */
  async join(): Promise<void> {
    if (this.#joining || this.standing.name === 'inside') return;
    this.#joining = true;
    this.#waiting = false;
    this.check.close();
    if (this.#call?.state.name !== 'ready') this.#drop();
    const call = (this.#call ??= this.#newCall());
    const seated = call.join();
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    await Promise.race([this.prepare(), late]);
    this.#joining = false;
    if (this.#closed || this.#call !== call) return;
    this.#left = false;
    this.#joined = true;
    call.send(this.#preview.handOver());
    this.#spend();
    await seated;
  }

  leave(): void {
    this.#joined = false;
    this.#left = true;
    this.#drop();
  }

  /** The page goes away. */
  close(): void {
    this.#closed = true;
    this.#drop();
    this.check.close();
    this.#preview.close();
  }

  /** A preview serves once; what was chosen in it stays readable. */
  #spend(): void {
    this.#spent = true;
    this.#devicesAsked = null;
  }

  #drop(): void {
    void this.#call?.leave();
    this.#call = null;
  }

  /** Milliseconds until the room opens; 0 where the session is not at hand. */
  #opensIn(): number {
    const found = live.bookings.find(({ booking }) => booking.roomId === this.roomId);
    if (!found) return 0;
    return windowOf(found.booking).opensAt.epochMilliseconds - live.clock.milliseconds();
  }

  #newCall(): Call {
    const { roomId } = this;
    return new Call({
      first: approach(roomId).then(({ answer, ...begun }) => {
        return { ticket: admission(answer, this.#opensIn()), ...begun };
      }),
      ticket: async () => admission(await live.ask('room.enter', { roomId }), this.#opensIn()),
    });
  }
}
