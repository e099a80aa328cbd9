import { isMarked, type Booking } from '@confab/shared';
import type { Governed } from '../../command/happening.ts';
import type { Reactions } from '../../command/context.ts';
import { tellManagers } from '../tell-managers.ts';
import type { KeptMark, KeptStatus } from './kept.ts';
import { writeEntry } from './store.ts';

/** What is decided of other people's affairs is kept in the program's audit log. @see F4 */
export const auditReactions: Reactions = {
  async booking(context, { before, after, event, actorId }) {
    if (event.type !== 'settled' || before === null || actorId === null) return;
    const entry = {
      programId: after.programId,
      actorId,
      deed: 'booking.settle' as const,
      bookingId: after.id,
      before: said(before),
      after: said(after),
      reason: event.reason,
    };
    await writeEntry(context.tx, entry, context.now);
    await tellManagers(context, after.programId);
  },
  async governed(context, { programId, actorId, deed }) {
    await writeEntry(context.tx, { programId, actorId, ...entryOf(deed) }, context.now);
    await tellManagers(context, programId);
  },
};

/** How a booking says that its session went. */
function said(booking: Booking): KeptMark {
  if (!isMarked(booking)) return { state: 'accepted' };
  const by = { markedBySide: booking.markedBySide, contested: booking.contest !== null };
  return booking.state === 'completed'
    ? { state: booking.state, minutes: booking.actualMinutes, ...by }
    : { state: booking.state, of: booking.of, ...by };
}

const statuses: Record<'approve' | 'suspend' | 'reinstate', [KeptStatus, KeptStatus]> = {
  approve: ['awaiting-approval', 'active'],
  suspend: ['active', 'suspended'],
  reinstate: ['suspended', 'active'],
};

function entryOf(deed: Governed) {
  switch (deed.to) {
    case 'invite':
      return { deed: 'program.invite' as const, before: {}, after: { role: deed.role } };
    case 'change-settings': {
      const { before, after } = deed;
      return { deed: 'program.change-settings' as const, before, after };
    }
    default: {
      const [before, after] = statuses[deed.to];
      return {
        deed: `membership.${deed.to}` as const,
        personId: deed.personId,
        before: { status: before },
        after: { status: after },
      };
    }
  }
}
