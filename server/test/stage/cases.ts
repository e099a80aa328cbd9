import type { Everyone } from '../authorisation/people.ts';
import { snapshotFor } from './snapshots.ts';
import { bookingById } from '../../src/features/bookings/queries.ts';
import type { Stage } from './stage.ts';
import { wake } from './woken.ts';

/** A manager's word about what is there now: half an hour. */
export const settle = async (
  { stage }: Pick<Everyone, 'stage'>,
  bookingId: string,
  reason: string | null = 'Both agree',
) => ({
  bookingId,
  revision: await revisionOf(stage, bookingId),
  outcome: { kind: 'completed' as const, minutes: 30 },
  reason,
});

/** How often the booking has changed, as the store has it. */
export async function revisionOf({ core }: Stage, bookingId: string): Promise<number> {
  const booking = await core.ledger.store.read((tx) => bookingById(tx, bookingId));
  return booking?.revision ?? 0;
}

/** What the manager sees waiting. */
export const casesOf = async (
  { stage, manager, programId }: Everyone,
  after: string | null = null,
) => stage.know(manager, 'program.cases', { programId, after });

/** How many cases this person is told of. */
export const countFor = async ({ stage, programId }: Everyone, who: string) =>
  (await snapshotFor(stage, who)).me.openCases[programId] ?? 0;

/** Time passes, and what is due is done. */
export async function passTo({ stage }: Everyone, hours: number): Promise<void> {
  stage.pass({ hours });
  await wake(stage);
}
