import type { MediaAnswer, MediaWire, RoomView, TransportPair } from '@confab/shared';
import type { types } from 'mediasoup-client';
import { backoff } from './backoff.ts';
import { stateAfter, type CallState } from './call-state.ts';
import type { DeviceKind, NoTrack } from './capture.ts';
import { Closing } from './closing.svelte.ts';
import type { FirstTracks } from './device-preview.svelte.ts';
import { loadDevice } from './device.ts';
import type { DtlsEnd } from './dtls-end.ts';
import { Healing } from './healing.ts';
import { hearing } from './hearing.ts';
import { InTurn } from './in-turn.ts';
import { Later } from './later.ts';
import { fetchLibrary } from './library.ts';
import { Me } from './me.svelte.ts';
import { MediaPath } from './media-path.ts';
import { NodeLink } from './node-link.ts';
import { Notices } from './notices.svelte.ts';
import type { Other } from './other.svelte.ts';
import { OwnSeat } from './own-seat.ts';
import { People } from './people.svelte.ts';
import { Receiving } from './receiving.ts';
import { Sending } from './sending.ts';
import { Shown, type ShownPicture } from './shown.ts';
import { openMediaSocket, type MediaSocket, type OpenMediaSocket } from './sockets.ts';
import { worthAnotherTry, type FirstTicket, type GetTicket } from './ticket.ts';
import { Told } from './told.ts';

export interface CallOptions {
  /** What was asked for on the way here. */
  first: Promise<FirstTicket>;
  /** `room.enter`, as often as a further connection needs one. */
  ticket: GetTicket;
  open?: OpenMediaSocket;
}

/** Milliseconds for which the line may be gone, media flowing, before the page hears of it. */
const lineGrace = 5_000;

/**
 * One person's call in one room, from the warm-up to its end. `state` says where it stands; `me`
 * and `others` say what to show. Whatever breaks on the way is mended without the page:
 *
 * - the line breaks: media goes on, the seat is taken up again with a fresh grant;
 * - the path breaks: new ICE credentials, then new transports;
 * - the worker dies, the node restarts, or something fails over a path that is alive: everything
 *   is made anew.
 */
export class Call {
  #state = $state.raw<CallState>({ name: 'ready' });
  #people = new People();
  readonly notices = new Notices();
  readonly closing = new Closing((left) =>
    this.#notice({ kind: 'closing', minutes: left / 60_000 }),
  );
  readonly me: Me;
  #link: NodeLink;
  #device: types.Device | null = null;
  #path: MediaPath | null = null;
  #seat = new OwnSeat();
  /** The person has pressed Join. */
  #wanted = false;
  /** The next join gives up a seat in another room. */
  #leavesOther = false;
  /** A connection is being made that asks for the seat by itself. */
  #askedAlong = false;
  #flows = true;
  #turn = new InTurn();
  #tries = 0;
  #later = new Later();
  #sending: Sending;
  #receiving: Receiving;
  #told = new Told();
  #healing = new Healing(() => this.#rebuild());
  #shown = new Shown((pictures) => this.#view(pictures));

  /** Begins to warm up at once: transports are made, nothing is sent, nobody is told. */
  constructor({ first, ticket, open }: CallOptions) {
    fetchLibrary();
    const lines: MediaSocket[] = [];
    const warm = this.#turn.run(async () => this.#warmUp(await first)).catch(() => undefined);
    const next = [first];
    this.#receiving = new Receiving({
      onChange: (personId, source, arriving) => {
        this.#people.arrives(personId, source, arriving);
        if (arriving) this.#shown.renew(personId, source);
      },
      onReady: (consumerIds) => void this.#link.call('ready', { consumerIds }),
      onFailed: () => this.#healing.failed(),
    });
    this.#link = new NodeLink({
      ticket: async () => {
        const begun = await next.shift();
        if (!begun) return ticket();
        if (begun.line) lines.push(begun.line);
        // The path is on its way then, and whoever has pressed Join meanwhile is spared a trip.
        await warm;
        return begun.ticket;
      },
      // The line that was opened on the way serves once, if the node is where it leads.
      open: (node) => (node === '' && lines.shift()) || (open ?? openMediaSocket)(node),
      begin: () => {
        const asking = this.#asking();
        this.#askedAlong = asking !== null;
        if (asking) this.#asks();
        return asking;
      },
      onConnected: (capabilities, joined) => {
        const { line } = this.#seat;
        void joined?.then(() => this.#told.answered());
        void this.#turn.run(async () => {
          this.#device ??= await loadDevice(capabilities);
          this.#askedAlong = false;
          if (joined) return this.#entered(await joined, line);
          await (this.#wanted ? this.#enter() : this.#prepare());
        });
      },
      onLost: () => this.#lineLost(),
      onRefused: (code) => this.#end({ name: 'refused', code }),
      on: hearing({
        told: this.#told,
        people: this.#people,
        receiving: this.#receiving,
        closing: this.closing,
        notices: this.notices,
        rebuild: () => this.#rebuild(),
        ended: (reason) => this.#end(stateAfter(reason)),
      }),
    });
    this.#sending = new Sending(this.#link, () => this.#healing.failed());
    this.me = new Me(
      (source, wish) => void this.#sending.wish(source, wish),
      (source) => this.#notice({ kind: 'source-lost', source }),
    );
  }

  get state(): CallState {
    return this.#state;
  }

  /** Everyone else in the room. */
  get others(): Other[] {
    return this.#people.list;
  }

  /** Takes the seat. Resolves when the first try is over; `state` tells all. */
  async join(): Promise<void> {
    if (this.#state.name !== 'ready') return;
    this.#state = { name: 'joining' };
    this.#wanted = true;
    await this.#turn.run(() => this.#enter());
  }

  /** Sends these, as soon as there is a seat. */
  send(tracks: FirstTracks): void {
    this.me.begin(tracks);
    if (this.#over) this.me.end();
  }

  /** Goes on with joining: the seat in the other room is given up. @see W5 */
  async leaveOther(): Promise<void> {
    if (this.#state.name !== 'seated-elsewhere') return;
    this.#state = { name: 'joining' };
    this.#leavesOther = true;
    await this.#turn.run(() => this.#enter());
  }

  toggleMicrophone = (): Promise<NoTrack | null> => this.me.toggleMicrophone();
  toggleCamera = (): Promise<NoTrack | null> => this.me.toggleCamera();
  shareScreen = (): Promise<NoTrack | null> => this.me.shareScreen();
  stopSharing = (): void => this.me.stopSharing();
  switchDevice = (kind: DeviceKind, id: string): Promise<NoTrack | null> =>
    this.me.switchDevice(kind, id);

  /** At what size someone's picture is shown, so that no more than that is sent here. */
  show(picture: ShownPicture): void {
    this.#shown.set(picture);
  }

  /** Gives up the seat and lets go of everything. Also ends a call that was never joined. */
  async leave(): Promise<void> {
    if (this.#seat.id !== null) await this.#link.call('leave', {});
    this.#end({ name: 'left' });
  }

  /** Looks for its path with what came along with the first ticket. */
  async #warmUp({ ticket, end }: FirstTicket): Promise<void> {
    const prepared = ticket.ok && end ? ticket.value.prepared : null;
    if (!prepared || this.#over) return;
    const device = (this.#device = await loadDevice(prepared.rtpCapabilities));
    if (!this.#over) await this.#use(device, prepared.transports, end).open();
  }

  async #prepare(): Promise<void> {
    const device = this.#device;
    if (!device || this.#path || this.#over) return;
    const answer = await this.#link.call('prepare', {});
    if (answer.ok && !this.#over) await this.#use(device, answer.value).open();
  }

  /** What to say to take the seat, or to come back to it; null: nothing is to be said now. */
  #asking(): MediaWire<'join'> | null {
    if (!this.#wanted || !this.#device || this.#rests || this.#seat.settled) return null;
    const { id: seatId, anew } = this.#seat;
    const kept = seatId !== null && !anew && this.#path?.alive;
    return {
      rtpCapabilities: this.#device.recvRtpCapabilities as never,
      seatId,
      media: kept ? 'kept' : 'fresh',
      leaveOther: this.#leavesOther,
    };
  }

  #asks(): void {
    this.#seat.asked();
    this.#told.asked();
    this.#sending.hold();
  }

  /** One try. */
  async #enter(): Promise<void> {
    const asking = this.#link.connected && !this.#askedAlong ? this.#asking() : null;
    if (!asking) return;
    const { line } = this.#seat;
    this.#asks();
    const answer = await this.#link.call('join', asking);
    if (line === this.#seat.line) this.#told.answered();
    await this.#entered(answer, line);
  }

  async #entered(answer: MediaAnswer<RoomView>, line: number): Promise<void> {
    if (this.#over) return;
    if (line !== this.#seat.line) return this.#tooLate(answer);
    if (!answer.ok) {
      this.#seat.askedInVain();
      this.#told.takenIn();
      return this.#notIn(answer.code);
    }
    this.#tries = 0;
    this.#leavesOther = false;
    await this.#settle(answer.value);
  }

  /** The line was lost since; the next join tells everything, and comes back to this seat. */
  #tooLate(answer: MediaAnswer<RoomView>): void {
    if (!answer.ok || this.#askedAlong) return;
    const { seatId, transports } = answer.value;
    this.#seat.known(seatId, !transports || transports.send.id === this.#path?.send.id);
  }

  async #settle(view: RoomView): Promise<void> {
    this.#seat.taken(view.seatId);
    this.closing.set(view.closesAt, view.now);
    this.#people.meet(view.people);
    const { transports } = view;
    if (this.#device && transports && transports.send.id !== this.#path?.send.id) {
      const made = this.#use(this.#device, transports);
      // Whoever else is here may begin to send in a moment, as after a worker's death.
      if (view.consumers.length === 0) void made.open();
    }
    const path = this.#path;
    if (!path) {
      this.#told.takenIn();
      return this.#rebuild();
    }
    path.mend();
    this.#receiving.over(path.receive);
    this.#flows = true;
    this.#steady();
    const agreed = Promise.all([
      this.#sending.over(path, view.sending),
      this.#receiving.agree(view.consumers),
    ]);
    this.#told.takenIn();
    await agreed;
    if (path.alive) this.#healing.settled();
  }

  #use(device: types.Device, pair: TransportPair, end: DtlsEnd | null = null): MediaPath {
    this.#path?.close();
    this.#healing.stop();
    this.#path = new MediaPath({
      device,
      link: this.#link,
      pair,
      end,
      onHealth: (flows) => {
        this.#flows = flows;
        this.#steady();
      },
      onGone: () => this.#rebuild(),
    });
    return this.#path;
  }

  /** What was made before there was a seat ends with the connection, or with the worker. */
  #dropPath(): void {
    this.#path?.close();
    this.#path = null;
  }

  #notIn(code: string): void {
    if (code === 'taken-over' || code === 'moved-on') return this.#end(stateAfter(code));
    if (code === 'seated-elsewhere') return this.#ask();
    if (!worthAnotherTry(code, this.#tries)) return this.#end({ name: 'refused', code });
    this.#later.after(backoff(this.#tries++), () => void this.#turn.run(() => this.#enter()));
  }

  /** The seat here, if there was one, has gone with the other's taking. */
  #ask(): void {
    this.#seat.gone();
    this.#state = { name: 'seated-elsewhere' };
  }

  #rebuild(): void {
    if (!this.#wanted) {
      this.#dropPath();
      return void this.#turn.run(() => this.#prepare());
    }
    this.#seat.renew();
    this.#flows = false;
    this.#steady();
    void this.#turn.run(() => this.#enter());
  }

  #lineLost(): void {
    this.#seat.lineLost();
    this.#told.forget();
    this.#sending.hold();
    if (this.#seat.id === null) this.#dropPath();
    if (this.#state.name !== 'in') return;
    this.#later.after(lineGrace, () => this.#steady());
  }

  /** Says whether the call is in order, once it has been joined. */
  #steady(): void {
    if (this.#over || this.#seat.id === null) return;
    const name = this.#flows && this.#link.connected ? 'in' : 'reconnecting';
    if (name === this.#state.name) return;
    if (this.#state.name !== 'joining')
      this.#notice({ kind: name === 'in' ? 'line-back' : 'line-lost' });
    this.#state = { name };
  }

  #view(pictures: ShownPicture[]): void {
    const known = pictures.flatMap(({ personId, source, width, height }) => {
      const consumerId = this.#people.get(personId)?.arriving(source)?.consumerId;
      return consumerId === undefined ? [] : [{ consumerId, width, height }];
    });
    if (known.length > 0) void this.#link.call('view', { pictures: known });
  }

  #notice(notice: Parameters<Notices['add']>[0]): void {
    this.notices.add(notice);
  }

  /** Nothing is to be tried: it is over, or the person is being asked. */
  get #rests(): boolean {
    return this.#over || this.#state.name === 'seated-elsewhere';
  }

  get #over(): boolean {
    return ['left', 'taken-over', 'ended', 'refused'].includes(this.#state.name);
  }

  #end(state: CallState): void {
    if (this.#over) return;
    this.#state = state;
    this.#later.stop();
    this.#healing.stop();
    this.#told.forget();
    this.#link.close();
    this.closing.stop();
    this.#shown.stop();
    this.#receiving.endAll();
    this.#sending.rest();
    this.#path?.close();
    this.me.end();
    this.#people.clear();
  }
}
