import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { toText, type Instant, type NoticeKind, type TermsChange } from '@confab/shared';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';

/** Writes a notice for a person. @returns its id, and its number among theirs */
export async function addNotice(
  tx: Tx,
  personId: string,
  notice: { kind: NoticeKind; bookingId: string; startsAt: Instant; change: TermsChange | null },
  now: Instant,
): Promise<{ id: string; no: number }> {
  const id = randomUUID();
  const [grown] = await grow(tx, personId);
  if (!grown) throw new Error(`no notices of ${personId}`);
  const { kind, bookingId, startsAt } = notice;
  const change = notice.change && JSON.stringify(notice.change);
  const no = grown.last_no;
  await put(tx, id, personId, no, kind, bookingId, toText(startsAt), toText(now), change);
  return { id, no };
}

const grow = askedOften((tx, personId: string) =>
  tx
    .insertInto('notice_mark')
    .values({ person_id: personId, last_no: 1, read_up_to: 0 })
    .onConflict((on) =>
      on.column('person_id').doUpdateSet({ last_no: sql`notice_mark.last_no + 1` }),
    )
    .returning('last_no'),
);

const put = askedOften(
  (
    tx,
    id: string,
    person_id: string,
    no: number,
    kind: string,
    booking_id: string,
    starts_at: string,
    told_at: string,
    change: string | null,
  ) =>
    tx
      .insertInto('notice')
      .values({ id, person_id, no, kind, booking_id, starts_at, told_at, change }),
);

/** Moves a person's mark forward, never back or past the last. @returns whether it moved @see N1 */
export async function markSeen(tx: Tx, personId: string, upTo: number): Promise<boolean> {
  const result = await tx
    .updateTable('notice_mark')
    .set({ read_up_to: upTo })
    .where('person_id', '=', personId)
    .where('read_up_to', '<', upTo)
    .where('last_no', '>=', upTo)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}
