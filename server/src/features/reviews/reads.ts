import { firstName, monthOf, sideOf } from '@confab/shared';
import type { QueryHandlers } from '../../command/handlers.ts';
import { bookingById } from '../bookings/queries.ts';
import { cards, isAdmin } from '../people/queries.ts';
import { membership, programName, settingsShown } from '../programs/queries.ts';
import { reviewsAfter } from './pages.ts';
import { ratingOf, reviewBy, reviewOfMentor, reviewView } from './queries.ts';

const pageLength = 10;

const notFound = { ok: false, code: 'not-found' } as const;

/** Reviews, each to those for whom it was written. @see F6 */
export const reviewReads = {
  'review.open': async ({ tx, actorId }, { bookingId }) => {
    const booking = await bookingById(tx, bookingId);
    const side = booking && sideOf(booking, actorId);
    if (!side) return notFound;
    const own = await reviewBy(tx, bookingId, actorId);
    const ofMe = side === 'mentor' ? await reviewOfMentor(tx, bookingId) : null;
    return { ok: true, value: { own: own && reviewView(own), ofMe } };
  },

  'review.list': async ({ tx, actorId }, { programId, mentorId, before }) => {
    const own = await membership(tx, programId, actorId);
    if (own?.status !== 'active' && !(await isAdmin(tx, actorId))) return notFound;
    const mentor = await membership(tx, programId, mentorId);
    if (mentor?.role !== 'mentor' || mentor.status !== 'active') return notFound;
    const settings = await settingsShown(tx, programId);
    if (settings === null || settings === 'damaged' || settings.mentorReviews === 'hidden')
      return { ok: true, value: { reviews: [], more: false } };
    const wanted = { programId, bySide: 'mentee', aboutId: mentorId } as const;
    const page = await reviewsAfter(tx, wanted, before, pageLength + 1);
    if (!page) return notFound;
    const reviews = page.slice(0, pageLength).map((row) => ({
      id: row.id,
      rating: ratingOf(row),
      text: row.text,
      firstName: firstName(row.author),
      month: monthOf(row.written_at),
    }));
    return { ok: true, value: { reviews, more: page.length > pageLength } };
  },

  'review.feedback': async ({ tx, actorId }, { programId, before }) => {
    const own = await membership(tx, programId, actorId);
    if (own?.status !== 'active') return notFound;
    if (own.role !== 'manager') return { ok: false, code: 'forbidden' };
    // Nobody reads what was written of themselves for others, whatever they have become since.
    const wanted = { programId, bySide: 'mentor', exceptId: actorId } as const;
    const page = await reviewsAfter(tx, wanted, before, pageLength + 1);
    if (!page) return notFound;
    const comments = page.slice(0, pageLength).map((row) => ({
      id: row.id,
      ...reviewView(row),
      mentorId: row.author_id,
      menteeId: row.about_id,
    }));
    const people = comments.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
    return {
      ok: true,
      value: {
        programName: await programName(tx, programId),
        comments,
        people: await cards(tx, people),
        more: page.length > pageLength,
      },
    };
  },
} satisfies Partial<QueryHandlers>;
