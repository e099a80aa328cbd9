import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyEvent,
  fromJson,
  isBefore,
  liveOffer,
  openTime,
  toJson,
  toText,
  undoableUntil,
  type Booking,
  type BookingEvent,
  type Offer,
} from '../src/index.ts';
import { lives, type Life, type Moment } from './lives.ts';
import { ines, marek, maria, minutes } from './scene.ts';

const ended = new Set(['declined', 'expired', 'withdrawn', 'cancelled']);
const agreed = new Set(['accepted', 'completed', 'no-show']);

type CarriedOut = Moment & { decision: { ok: true; booking: Booking; events: BookingEvent[] } };
const carriedOut = (life: Life): CarriedOut[] =>
  life.moments.filter((moment): moment is CarriedOut => moment.decision.ok);

const folded = (events: BookingEvent[]) => events.reduce<Booking | null>(applyEvent, null);

const always = (check: (life: Life) => void, prompt = true, numRuns = 200) =>
  fc.assert(fc.property(lives(prompt), check), { numRuns });

describe('a booking’s whole life', () => {
  test('B3: the lives tried here meet every state and every event', () => {
    const tried = fc.sample(lives(true), { numRuns: 1000, seed: 1 });
    const states = tried.flatMap((life) =>
      carriedOut(life).map((one) => one.decision.booking.state),
    );
    const events = tried.flatMap((life) => life.events.map((event) => event.type));
    expect([...new Set(states)].toSorted()).toEqual([...agreed, ...ended, 'pending'].toSorted());
    expect(new Set(events).size).toBe(17);
    expect(events.filter((type) => type === 'proposal-withdrawn').length).toBeGreaterThan(40);
    expect(events.filter((type) => type === 'moved').length).toBeGreaterThan(40);
  });

  test('B3: folding the events equals the state, on the wire too', () => {
    always((life) => {
      expect(toJson(folded(life.events))).toEqual(toJson(life.booking));
      const sent = JSON.parse(JSON.stringify(toJson(life.events))) as never;
      expect(toJson(folded(fromJson<BookingEvent[]>(sent)))).toEqual(toJson(life.booking));
    }, false);
  });

  test.each([true, false])(
    'B3: nothing leaves declined, expired, withdrawn or cancelled (what is due done first: %s)',
    (prompt) => {
      always(({ moments }) => {
        const afterEnd = moments.filter(({ before }) => before && ended.has(before.state));
        expect(afterEnd.filter(({ decision }) => decision.ok)).toEqual([]);
      }, prompt);
    },
  );

  test('B3 F4: completed and no-show change by undoing, a contest, a manager, and the room’s extension', () => {
    always((life) => {
      for (const { before, command } of carriedOut(life)) {
        if (before?.state !== 'completed' && before?.state !== 'no-show') continue;
        expect(['undo', 'contest', 'settle', 'extend-room']).toContain(command.type);
      }
    });
  });

  test('F2 F3: a mark is contested by the other side alone, within 7 days, once', () => {
    always((life) => {
      for (const { before, command, actor, now } of carriedOut(life)) {
        if (command.type !== 'contest') continue;
        if (before?.state !== 'completed' && before?.state !== 'no-show') throw new Error('F2');
        expect(actor).toEqual(before.markedBySide === 'mentor' ? ines : marek);
        expect(before.contest).toBeNull();
        const since = now.epochMilliseconds - before.markedAt.epochMilliseconds;
        expect(since).toBeLessThan(7 * 24 * 3_600_000);
        expect(command.reason).not.toBe('');
      }
    });
  });

  test('P1 B5 F4 F5: a manager settles what they saw, who is neither of the two, once nobody else can say', () => {
    always((life) => {
      for (const { before, command, actor, facts, now, decision } of carriedOut(life)) {
        if (command.type !== 'settle' || !before) continue;
        expect(actor).toEqual(maria);
        expect(facts.actorRole).toBe('manager');
        const { state } = before;
        const forgotten = minutes(before.terms.endsAt, 24 * 60);
        const undoable = 'markedAt' in before && !before.contest ? undoableUntil(before) : null;
        const from = state === 'accepted' ? forgotten : undoable;
        expect(from !== null && isBefore(now, from)).toBe(false);
        expect(command.reason !== '' || state === 'accepted').toBe(true);
        expect(command.revision).toBe(before.revision);
        const { booking } = decision;
        expect(['completed', 'no-show']).toContain(booking.state);
        expect(booking).toMatchObject({ markedBySide: 'manager', contest: null });
        expect(toJson(booking.terms)).toEqual(toJson(before.terms));
      }
    });
  });

  test('R1: versions rise with every offer, revisions with every event', () => {
    always((life) => {
      let version = 0;
      for (const [index, event] of life.events.entries()) {
        const booking = folded(life.events.slice(0, index + 1));
        expect(booking?.revision).toBe(index + 1);
        const isOffer = event.type === 'requested' || event.type === 'proposed';
        version += isOffer ? 1 : 0;
        expect(booking?.version).toBe(version);
        expect(isOffer ? event.offer.version : version).toBe(version);
      }
    }, false);
  });

  test('D4 R4: no deadline lies after a start that it answers to, nor before its clock began', () => {
    always((life) => {
      for (const { decision, now } of carriedOut(life)) {
        const { booking } = decision;
        const offer = liveOffer(booking);
        if (!offer) continue;
        expect(isBefore(offer.terms.startsAt, offer.respondBy)).toBe(false);
        expect(isBefore(offer.clockEndsAt, offer.respondBy)).toBe(false);
        const terms = booking.state === 'accepted' ? booking.terms : offer.terms;
        expect(isBefore(terms.startsAt, offer.respondBy)).toBe(false);
        expect(isBefore(now, offer.respondBy)).toBe(true);
      }
    });
  });

  test('R3: whose turn it is, is whose offer is not on the table', () => {
    always((life) => {
      for (const { decision } of carriedOut(life)) {
        const { booking } = decision;
        if (booking.state !== 'pending') continue;
        expect(booking.awaiting).not.toBe(booking.offer.by);
        const own = booking.awaiting === 'mentor' ? booking.offer : booking.answered.offer;
        expect(own.by).toBe('mentee');
        expect(toJson(booking.terms)).toEqual(toJson(own.terms));
        const left = booking.awaiting === 'mentor' ? 1 : booking.answered.left;
        expect(left).toBeGreaterThan(0);
      }
    }, false);
  });

  test('R2: only terms that the other side offered are ever agreed', () => {
    always((life) => {
      for (const { before, decision } of carriedOut(life)) {
        for (const event of decision.events) {
          if (event.type !== 'accepted' && event.type !== 'moved') continue;
          const offer = before && liveOffer(before);
          expect(offer?.by).not.toBe(event.bySide);
          expect(toJson(event.terms)).toEqual(toJson(offer?.terms));
        }
        const wasAgreed = before !== null && agreed.has(before.state);
        const isMoved = decision.events.some((event) => event.type === 'moved');
        if (!wasAgreed || isMoved) continue;
        expect(toJson(decision.booking.terms)).toEqual(toJson(before.terms));
      }
    });
  });

  test('R3: a mentor never has more open time for an offer than its clock gave', () => {
    always(
      (life) => {
        const spent = new Map<number, number>();
        let standing: { offer: Offer; since: Moment['now'] } | null = null;
        for (const { now, decision } of carriedOut(life)) {
          if (standing) {
            const { offer, since } = standing;
            const used = openTime({ ...offer, from: since, to: now });
            spent.set(offer.version, (spent.get(offer.version) ?? 0) + used);
          }
          const { booking } = decision;
          const awaits = booking.state === 'pending' && booking.awaiting === 'mentor';
          standing = awaits ? { offer: booking.offer, since: now } : null;
          if (!standing) continue;
          const { offer } = standing;
          const left = openTime({ ...offer, from: now, to: offer.clockEndsAt });
          const given = offer.clock.hours * 3_600_000;
          expect(left + (spent.get(offer.version) ?? 0)).toBe(given);
        }
      },
      true,
      1000,
    );
  });

  test('B9: an agreed booking has a room exactly when it is online; a new one each time', () => {
    always((life) => {
      const revoked = new Set<string>();
      let roomId: string | null = null;
      for (const { decision } of carriedOut(life)) {
        const { booking } = decision;
        if (roomId !== null && booking.roomId !== roomId) revoked.add(roomId);
        roomId = booking.roomId;
        expect([...revoked]).not.toContain(roomId);
        if (!agreed.has(booking.state)) continue;
        expect(roomId !== null).toBe(booking.terms.location.kind === 'online');
      }
    });
  });

  test('W1 W3: margins never change, the extension is 0 or 15 minutes', () => {
    always((life) => {
      for (const { before, decision } of carriedOut(life)) {
        const { booking } = decision;
        expect(booking.margins).toEqual((before ?? booking).margins);
        expect(booking.state === 'pending' ? [0] : [0, 15]).toContain(booking.extension);
      }
    });
  });

  test('B5: a third person is told that there is nothing, whatever they try', () => {
    always(({ moments }) => {
      for (const { before, actor, decision } of moments) {
        if (actor.kind !== 'person' || actor.id !== 'otto' || !before) continue;
        expect(decision).toEqual({ ok: false, code: 'not-found' });
      }
    }, false);
  });

  test('D6: with what is due done first, events are in order of time', () => {
    always((life) => {
      const times = life.events.map((event) => toText(event.at));
      expect(times).toEqual(times.toSorted());
    });
  });
});
