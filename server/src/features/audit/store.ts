import { randomUUID } from 'node:crypto';
import { toText, type Instant } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { AuditEntryTable } from '../../db/tables/afterwards.ts';

/** What is kept of a deed: who, what, of whom, from what to what, and why. */
interface NewEntry {
  programId: string;
  actorId: string;
  deed: AuditEntryTable['deed'];
  bookingId?: string;
  personId?: string;
  before: object;
  after: object;
  reason?: string | null;
}

/** Keeps it for good: nothing changes or deletes an entry. @see F4 */
export async function writeEntry(tx: Tx, entry: NewEntry, now: Instant): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      id: randomUUID(),
      program_id: entry.programId,
      booking_id: entry.bookingId ?? null,
      person_id: entry.personId ?? null,
      actor_id: entry.actorId,
      deed: entry.deed,
      before: JSON.stringify(entry.before),
      after: JSON.stringify(entry.after),
      reason: entry.reason ?? null,
      happened_at: toText(now),
    })
    .execute();
}
