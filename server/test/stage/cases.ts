import type { Everyone } from '../authorisation/people.ts';
import { snapshotFor } from './snapshots.ts';
import { wake } from './woken.ts';

/** A manager's word: half an hour. */
export const settle = (bookingId: string, reason: string | null = 'Both agree') => ({
  bookingId,
  outcome: { kind: 'completed' as const, minutes: 30 },
  reason,
});

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
