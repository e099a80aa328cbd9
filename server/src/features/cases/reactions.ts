import { forgottenAt, isMarked, type Booking } from '@confab/shared';
import type { Context, Reaction } from '../../command/context.ts';
import { plan } from '../../wakeup/store.ts';
import { managersOf } from '../programs/queries.ts';
import { caseOf, closeCase, openCase, writeAudit } from './store.ts';

/**
 * A contest opens a case, whatever ends it closes it, and who settled it is kept. An agreed session
 * is looked at again a day after its end. @see F2 F3 F4 F5
 */
export const caseReactions: Reaction[] = [
  async (context, happening) => {
    if (happening.kind !== 'booking') return;
    const { before, after, event, actorId } = happening;
    const { tx, now } = context;
    if (!wasAgreed(before) && !wasAgreed(after)) return;
    const isAgreed = after.state === 'accepted';
    await plan(tx, 'forgotten', after.id, isAgreed ? forgottenAt(after) : null);
    if (event.type === 'settled' && before && actorId !== null)
      await writeAudit(tx, { before, after, actorId, reason: event.reason }, now);
    const waited = await caseOf(tx, after.id);
    const waits = contested(after) ?? (isAgreed && waited === 'forgotten' ? waited : null);
    if (waits === waited) return;
    if (waited) await closeCase(tx, after.id);
    if (waits) await openCase(tx, after, waits, now);
    await tellManagers(context, after);
  },
];

const contested = (booking: Booking) =>
  isMarked(booking) && booking.contest ? ('contested' as const) : null;

/** Accepted, or marked since. */
const wasAgreed = (booking: Booking | null): boolean =>
  booking !== null && (booking.state === 'accepted' || isMarked(booking));

/** Whoever manages the program sees how many cases wait. */
export async function tellManagers(context: Context, { programId }: Booking): Promise<void> {
  for (const personId of await managersOf(context.tx, programId))
    await context.tell(personId, 'me', '');
}
