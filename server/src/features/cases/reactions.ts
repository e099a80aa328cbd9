import { forgottenAt, isMarked, type Booking } from '@confab/shared';
import type { Reactions } from '../../command/context.ts';
import { plan } from '../../wakeup/store.ts';
import { tellManagers } from '../tell-managers.ts';
import { caseOf, closeCase, openCase } from './store.ts';

/**
 * A contest opens a case, and whatever ends it closes it. An agreed session is looked at again a
 * day after its end. @see F2 F3 F4 F5
 */
export const caseReactions: Reactions = {
  async booking(context, { before, after }) {
    const { tx, now } = context;
    if (!wasAgreed(before) && !wasAgreed(after)) return;
    const isAgreed = after.state === 'accepted';
    await plan(tx, 'forgotten', after.id, isAgreed ? forgottenAt(after) : null);
    const waited = await caseOf(tx, after.id);
    const waits = contested(after) ?? (isAgreed && waited === 'forgotten' ? waited : null);
    if (waits === waited) return;
    if (waited) await closeCase(tx, after.id);
    if (waits) await openCase(tx, after, waits, now);
    await tellManagers(context, after.programId);
    if (waits) context.happened({ kind: 'case', booking: after, waits });
  },
};

const contested = (booking: Booking) =>
  isMarked(booking) && booking.contest ? ('contested' as const) : null;

/** Accepted, or marked since. */
const wasAgreed = (booking: Booking | null): boolean =>
  booking !== null && (booking.state === 'accepted' || isMarked(booking));
