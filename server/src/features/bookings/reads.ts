import { decide, liveOffer, overlaps, pendingInterval, toText, windowOf } from '@confab/shared';
import { toJson } from '@confab/shared';
import type { Refusal } from '@confab/shared/protocol';
import type { QueryHandlers } from '../../command/handlers.ts';
import { isBusyIn } from '../busy/queries.ts';
import { cards, personRow } from '../people/queries.ts';
import { attendanceOf } from '../rooms/queries.ts';
import { readFacts } from './facts.ts';
import { bookingById, eventsOf, pendingOfMentor, viewFor } from './queries.ts';
import { timelineOf } from './timeline.ts';

export const bookingReads = {
  'booking.open': async ({ tx, actorId, now }, { bookingId }) => {
    const booking = await bookingById(tx, bookingId);
    const view = await viewFor(tx, actorId, bookingId);
    if (!view || !booking) return { ok: false, code: 'not-found' };
    const own = pendingInterval(booking);
    const offer = liveOffer(booking);
    const others = booking.mentorId === actorId && own ? await pendingOfMentor(tx, actorId) : [];
    const facts = await readFacts(tx, { ...booking, bookingId }, actorId, now);
    return {
      ok: true,
      value: {
        ...view,
        people: await cards(tx, [booking.mentorId, booking.menteeId]),
        timeline: timelineOf(await eventsOf(tx, bookingId), booking),
        attendance: await attendanceOf(tx, booking),
        overlaps: others.flatMap((other) => {
          const time = pendingInterval(other);
          return own && time && other.id !== bookingId && overlaps(own, time)
            ? [{ bookingId: other.id, startsAt: toText(time.startsAt) }]
            : [];
        }),
        impossible:
          own !== null &&
          [...facts.mentor.held, ...facts.mentee.held].some((held) => overlaps(own, held)),
        calendarBusy:
          offer?.by === 'mentee' &&
          booking.mentorId === actorId &&
          (await isBusyIn(tx, actorId, offer.terms)),
      },
    };
  },

  'booking.review': async ({ tx, actorId, now }, input) => {
    const parties = { ...input, bookingId: null, menteeId: actorId };
    const facts = await readFacts(tx, parties, actorId, now);
    const outcome = decide(
      null,
      { type: 'request', note: null, ...input },
      { now, actor: { kind: 'person', id: actorId }, facts },
    );
    if (!outcome.ok) return toJson(outcome) as { ok: false } & Refusal;
    const { booking } = outcome;
    if (booking.state !== 'pending') return { ok: false, code: 'not-found' };
    const { opensAt, closesAt } = windowOf(booking);
    return {
      ok: true,
      value: {
        startsAt: toText(booking.terms.startsAt),
        endsAt: toText(booking.terms.endsAt),
        respondBy: toText(booking.offer.respondBy),
        opensAt: toText(opensAt),
        closesAt: toText(closesAt),
        mentorZone: (await personRow(tx, input.mentorId))?.zone ?? 'UTC',
      },
    };
  },
} satisfies Partial<QueryHandlers>;
