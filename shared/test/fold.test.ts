import { describe, expect, test } from 'vitest';
import { bound, fold, unseenCount } from '../src/live/index.ts';
import {
  keptBookings,
  keptConversations,
  tailLength,
  type FeedEvent,
  type NoticeView,
  type Snapshot,
} from '../src/protocol/index.ts';
import { card, chatWith, empty, me, said, tailOf, viewOf, wrote } from './live-scene.ts';

/** The snapshot after some events in turn; none of them asks for a fresh one. */
function after(snapshot: Snapshot, ...events: FeedEvent[]): Snapshot {
  return events.reduce((before, event, index) => {
    const next = fold(before, { ...event, seq: snapshot.seq + index + 1 });
    if (!next) throw new Error(`A fresh snapshot is asked for after ${event.kind}.`);
    return next;
  }, snapshot);
}

const read = (other: string, change: object): FeedEvent => ({
  seq: 0,
  kind: 'conversation',
  people: [card(other)],
  conversation: { ...chatWith(other), ...change },
});

const booked = (...asked: Parameters<typeof viewOf>): FeedEvent => ({
  seq: 0,
  kind: 'booking',
  people: [card('marek')],
  view: viewOf(...asked),
});

const idsOf = ({ bookings }: Snapshot) => bookings.map(({ booking }) => booking.id);
const withs = ({ conversations }: Snapshot) => conversations.map((one) => one.with);

describe('C3: order is the server’s', () => {
  test('C3: the first message of a conversation opens it', () => {
    const next = after(empty, wrote('other', 1));
    expect(next.conversations).toEqual([{ ...chatWith('other'), tail: [said('other', 1)] }]);
    expect(next.seq).toBe(empty.seq + 1);
  });

  test('C3: an old conversation that is not at hand is not guessed at', () => {
    expect(fold(empty, wrote('other', 31))).toBeNull();
    expect(fold(empty, read('other', {}))).toBeNull();
    const elsewhere = after(empty, wrote('third', 1));
    expect(fold(elsewhere, wrote('other', 31))).toBeNull();
    expect(fold(elsewhere, read('other', { lastSeq: 1 }))).toBeNull();
  });

  test('C3: messages stand in the order of their numbers, however they come', () => {
    const next = after(empty, wrote('other', 1), wrote('other', 3), wrote('other', 2));
    expect(tailOf(next, 'other').map((one) => one.seq)).toEqual([1, 2, 3]);
  });

  test('C3: what changes about a message takes its place', () => {
    const edited = { ...said('other', 1), text: 'Well met' } as const;
    const next = after(
      empty,
      wrote('other', 1),
      wrote('other', 2),
      wrote('other', 1, edited),
      wrote('third', 1),
    );
    expect(tailOf(next, 'other')).toEqual([edited, said('other', 2)]);
    expect(tailOf(next, 'third')).toEqual([said('third', 1)]);
  });

  test('C3: the newest messages are kept at hand, the older ones are history', () => {
    const all = Array.from({ length: tailLength + 3 }, (_, index) => index + 1);
    const next = after(empty, ...all.map((seq) => wrote('other', seq)));
    expect(tailOf(next, 'other').map((one) => one.seq)).toEqual(all.slice(3));
  });
});

describe('C4: what else changes about a conversation', () => {
  test('C4: reading leaves its messages as they are', () => {
    const before = after(empty, wrote('other', 1), wrote('other', 2));
    const next = after(before, read('other', { unread: 0, readUpTo: 2 }));
    const tail = tailOf(before, 'other');
    expect(next.conversations).toEqual([{ ...chatWith('other'), unread: 0, readUpTo: 2, tail }]);
  });

  test('C4: one stands once, the newest message first, else by name', () => {
    const next = after(
      empty,
      wrote('b', 1),
      wrote('c', 1),
      wrote('a', 1),
      wrote('later', 1, { ...said('later', 1), sentAt: '2026-03-02T10:00:00.000Z' }),
      wrote('c', 1),
    );
    expect(withs(next)).toEqual(['later', 'a', 'b', 'c']);
    const silent = { ...chatWith('silent'), tail: [] };
    const quiet = { ...next, conversations: [silent, ...next.conversations] };
    expect(withs(bound(quiet))).toEqual(['later', 'a', 'b', 'c', 'silent']);
  });

  test('C4: the newest conversations are kept at hand', () => {
    const names = Array.from({ length: keptConversations + 1 }, (_, index) => `p${100 + index}`);
    const next = after(empty, ...names.map((name) => wrote(name, 1)));
    expect(withs(next)).toEqual(names.slice(0, keptConversations));
    expect(Object.keys(next.people)).toEqual(names.slice(0, keptConversations));
  });
});

describe('B3: bookings at hand', () => {
  test('B3: one takes its own place when it changes', () => {
    const next = after(empty, booked('one'), booked('two'), booked('one', { state: 'accepted' }));
    expect(next.bookings).toEqual([viewOf('one', { state: 'accepted' }), viewOf('two')]);
  });

  test('B3: the one requested last stands first, else they stand by their ids', () => {
    const at = (hour: string) => ({ requestedAt: `2026-03-02T${hour}:00:00.000Z` });
    const next = after(
      empty,
      booked('c', at('09')),
      booked('a', at('09')),
      booked('d', at('11')),
      booked('e', at('08')),
      booked('b', at('09')),
    );
    expect(idsOf(next)).toEqual(['d', 'a', 'b', 'c', 'e']);
  });

  test('B3: beyond the latest, those that are pending or accepted are kept', () => {
    const late = Array.from({ length: keptBookings }, (_, index) =>
      booked(`late-${100 + index}`, { state: 'declined', requestedAt: '2026-03-02T09:00:00.000Z' }),
    );
    const states = ['completed', 'pending', 'accepted', 'no-show', 'expired'] as const;
    const early = states.map((state, index) =>
      booked(`early-${index}`, { state, requestedAt: '2026-03-01T09:00:00.000Z' }),
    );
    const next = after(empty, ...early, ...late);
    expect(
      idsOf(next)
        .slice(0, keptBookings)
        .every((id) => id.startsWith('late')),
    ).toBe(true);
    expect(idsOf(next).slice(keptBookings)).toEqual(['early-1', 'early-2']);
  });
});

describe('P1: people at hand', () => {
  test('P1: one’s own change changes nothing else', () => {
    const before = after(empty, wrote('other', 1), booked('one'));
    const changed = { ...me, name: 'Me again' };
    const next = after(before, { seq: 0, kind: 'me', people: [], me: changed });
    expect(next).toEqual({ ...before, me: changed, seq: before.seq + 1 });
  });

  test('P1: everyone who is written to or booked with, by id; oneself is known already', () => {
    const known = { ...booked('one'), people: [card('marek'), card('me'), card('passer-by')] };
    const next = after(empty, wrote('other', 1), known);
    expect(Object.keys(next.people)).toEqual(['marek', 'other']);
    expect(next.people).toEqual({ marek: card('marek'), other: card('other') });
  });

  test('P1: a card that comes again is the newer one; one that never came is not made up', () => {
    const renamed = { ...card('marek'), name: 'Marek the elder' };
    const nameless = { ...booked('two', { mentorId: 'stranger' }), people: [] };
    const next = after(empty, booked('one'), { ...booked('one'), people: [renamed] }, nameless);
    expect(next.people).toEqual({ marek: renamed });
  });
});

describe('N1: notices', () => {
  const notice = (no: number, change: Partial<NoticeView> = {}): NoticeView => ({
    id: `notice-${String(no)}`,
    no,
    at: '2026-03-02T09:00:00.000Z',
    kind: 'reviewed',
    bookingId: 'booking',
    with: 'marek',
    managed: null,
    startsAt: '2026-03-02T09:00:00.000Z',
    change: null,
    ...change,
  });
  const told = (
    one: NoticeView | null,
    lastNo: number,
    { gone = null, readUpTo = 0 }: { gone?: string | null; readUpTo?: number } = {},
  ): FeedEvent => ({
    seq: 0,
    kind: 'notice',
    people: ['ines', 'marek'].map(card),
    notice: one,
    gone,
    notices: { lastNo, readUpTo },
  });
  const numbers = ({ notices }: Snapshot) => notices.latest.map(({ no }) => no);

  test('F6 N1: what does not hold any more goes, and comes back where it was', () => {
    const both = after(empty, told(notice(1), 1), told(notice(2), 2));
    expect(numbers(both)).toEqual([2, 1]);
    expect(unseenCount(both.notices)).toBe(2);
    const one = after(both, told(null, 2, { gone: 'notice-1' }));
    expect(numbers(one)).toEqual([2]);
    expect(unseenCount(one.notices)).toBe(1);
    expect(numbers(after(one, told(notice(1), 2)))).toEqual([2, 1]);
    expect(unseenCount(after(one, told(null, 2, { readUpTo: 2 })).notices)).toBe(0);
  });

  test('N1: kept are those of the last thirty numbers, and older unseen ones are counted', () => {
    let snapshot = empty;
    for (let no = 1; no <= 32; no++) snapshot = after(snapshot, told(notice(no), no));
    expect(numbers(snapshot)).toEqual(Array.from({ length: 30 }, (_, n) => 32 - n));
    expect(unseenCount(snapshot.notices)).toBe(32);
    const gone = after(snapshot, told(null, 32, { gone: 'notice-20' }));
    expect(numbers(gone)).not.toContain(2);
    expect(unseenCount(gone.notices)).toBe(31);
    expect(unseenCount({ ...gone.notices, readUpTo: 1 })).toBe(30);
    expect(unseenCount({ ...gone.notices, readUpTo: 2 })).toBe(29);
    expect(unseenCount({ ...gone.notices, readUpTo: 31 })).toBe(1);
  });

  test('F2 N1: of a case both people are known', () => {
    const managed = { programId: 'program', mentorId: 'marek' };
    const next = after(empty, told(notice(1, { with: 'ines', managed }), 1));
    expect(Object.keys(next.people)).toEqual(['ines', 'marek']);
    expect(Object.keys(after(empty, told(notice(1), 1)).people)).toEqual(['marek']);
  });
});
