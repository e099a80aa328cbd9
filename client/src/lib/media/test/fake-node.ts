import type { ConsumerView, MediaAnswer, MediaSource, PersonInRoom } from '@confab/shared';
import type { Door, FakeLine, Said } from './fake-line.ts';

interface Seat {
  id: string;
  line: FakeLine | null;
  media: string;
  sends: Map<MediaSource, string>;
  plays: Map<string, ConsumerView>;
}
interface Other {
  person: PersonInRoom;
  sends: Map<MediaSource, string>;
}

/** One room of a media node, as one person's client finds it. */
export class FakeNode implements Door {
  seat: Seat | null = null;
  readonly others = new Map<string, Other>();
  /** So many calls to produce are still refused, for no good reason. */
  refusals = 0;
  joins = 0;
  /** Media made with the first ticket, for the connection that it admits. */
  awaited: string | null = null;
  #prepared = new Map<FakeLine, string>();
  #made = 0;

  come(line: FakeLine, join: unknown): void {
    if (this.awaited !== null) this.#prepared.set(line, this.awaited);
    this.awaited = null;
    line.tell('welcome', { rtpCapabilities: { codecs: [], headerExtensions: [] } });
    if (join) line.tell('joined', this.#join(line, join as Asked));
  }

  lost(line: FakeLine): void {
    this.#prepared.delete(line);
    if (this.seat?.line === line) this.seat.line = null;
  }

  call(line: FakeLine, name: string, input: unknown): MediaAnswer<unknown> {
    if (name === 'join') return this.#join(line, input as Asked);
    if (name === 'prepare') {
      const media = this.#name('media');
      this.#prepared.set(line, media);
      return { ok: true, value: pair(media) };
    }
    const { seat } = this;
    if (seat?.line !== line) return { ok: false, code: 'out-of-order' };
    const { source } = input as { source: MediaSource };
    if (name === 'produce') {
      if (this.refusals > 0) return (this.refusals--, { ok: false, code: 'unavailable' });
      if (seat.sends.has(source)) return { ok: false, code: 'out-of-order' };
      seat.sends.set(source, this.#name(source));
      return { ok: true, value: { producerId: seat.sends.get(source) } };
    }
    if (name === 'stop') seat.sends.delete(source);
    return { ok: true, value: null };
  }

  /** Another begins or ends to send something, or comes, or goes. */
  otherSends(personId: string, source: MediaSource): void {
    const other = this.others.get(personId);
    if (!other || other.sends.has(source)) return;
    other.sends.set(source, this.#name(source));
    const view = this.#play(other, source);
    if (view) this.#tell('consumer', view);
  }

  otherStops(personId: string, source: MediaSource): void {
    const producerId = this.others.get(personId)?.sends.get(source);
    this.others.get(personId)?.sends.delete(source);
    for (const [id, view] of this.seat?.plays ?? [])
      if (view.producerId === producerId) {
        this.seat?.plays.delete(id);
        this.#tell('consumer-ended', id);
      }
  }

  otherComes(personId: string): void {
    if (this.others.has(personId)) return;
    const person = { personId, name: personId, role: 'mentor' } as const;
    this.others.set(personId, { person, sends: new Map() });
    this.#tell('person-joined', person);
  }

  otherGoes(personId: string): void {
    const other = this.others.get(personId);
    for (const source of other?.sends.keys() ?? []) this.otherStops(personId, source);
    if (this.others.delete(personId)) this.#tell('person-left', personId);
  }

  /** The worker died, and there is another. */
  rebuild(): void {
    if (this.seat) this.#makeMedia(this.seat, null);
    for (const { sends } of this.others.values()) sends.clear();
    this.#tell('rebuild');
  }

  #join(line: FakeLine, { seatId, media }: Asked): MediaAnswer<unknown> {
    this.joins += 1;
    const own = this.seat && (this.seat.id === seatId || this.seat.line === line);
    const seat = own
      ? this.seat!
      : { id: this.#name('seat'), line, media: '', sends: new Map(), plays: new Map() };
    this.seat = seat;
    seat.line = line;
    const kept = own && media === 'kept' && seat.media !== '';
    if (!kept) this.#makeMedia(seat, this.#prepared.get(line) ?? this.#name('media'));
    this.#prepared.delete(line);
    for (const other of this.others.values())
      for (const source of other.sends.keys()) this.#play(other, source);
    const value = {
      seatId: seat.id,
      transports: kept ? null : pair(seat.media),
      closesAt: '2100-01-01T00:00:00Z',
      now: '2099-01-01T00:00:00Z',
      people: [...this.others.values()].map(({ person }) => person),
      consumers: [...seat.plays.values()],
      sending: [...seat.sends.keys()],
    };
    return { ok: true, value };
  }

  #makeMedia(seat: Seat, media: string | null): void {
    seat.media = media ?? '';
    seat.sends.clear();
    seat.plays.clear();
  }

  #play({ person, sends }: Other, source: MediaSource): ConsumerView | null {
    const { seat } = this;
    const producerId = sends.get(source);
    if (!seat || seat.media === '' || producerId === undefined) return null;
    if ([...seat.plays.values()].some((view) => view.producerId === producerId)) return null;
    const consumerId = this.#name('consumer');
    const rtpParameters = { codecs: [], headerExtensions: [], encodings: [] };
    const { personId } = person;
    const view = { consumerId, producerId, personId, source, rtpParameters, paused: false };
    seat.plays.set(consumerId, view);
    return view;
  }

  #tell(...said: Said): void {
    this.seat?.line?.tell(...said);
  }

  #name(what: string): string {
    return `${what} ${++this.#made}`;
  }
}

interface Asked {
  seatId: string | null;
  media: 'kept' | 'fresh';
}

export const pair = (media: string) => ({
  send: { id: `${media} up` },
  receive: { id: `${media} down` },
});
