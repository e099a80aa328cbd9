import { sideOf } from '@confab/shared';
import type { CommandHandlers } from '../../command/handlers.ts';
import { bookingById } from '../bookings/queries.ts';
import { noteOf } from './queries.ts';
import { keepNote } from './store.ts';

/** What one notes down on a booking for oneself. */
export const noteCommands = {
  'note.keep': async (context, { bookingId, version: seen, text }) => {
    const { tx, actorId } = context;
    const booking = await bookingById(tx, bookingId);
    if (!booking || !sideOf(booking, actorId)) return { ok: false, code: 'not-found' };
    const kept = await noteOf(tx, bookingId, actorId);
    // What another window wrote meanwhile is not written over.
    if (kept.version !== seen) return { ok: false, code: 'stale-note' };
    const version = kept.version + 1;
    await keepNote(tx, bookingId, actorId, { version, text });
    await context.tell(actorId, 'booking', bookingId);
    return { ok: true, value: { version } };
  },
} satisfies Partial<CommandHandlers>;
