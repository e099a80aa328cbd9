import { sideOf } from '@confab/shared';
import type { QueryHandlers } from '../../command/handlers.ts';
import { bookingById } from '../bookings/queries.ts';
import { noteOf } from './queries.ts';

export const noteReads = {
  'note.open': async ({ tx, actorId }, { bookingId }) => {
    const booking = await bookingById(tx, bookingId);
    if (!booking || !sideOf(booking, actorId)) return { ok: false, code: 'not-found' };
    return { ok: true, value: await noteOf(tx, bookingId, actorId) };
  },
} satisfies Partial<QueryHandlers>;
