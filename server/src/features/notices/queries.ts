import { toText, type Instant, type NoticeKind } from '@confab/shared';
import type { NoticesView, NoticeView } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';

const shown = (tx: Tx, personId: string) =>
  tx
    .selectFrom('notice')
    .innerJoin('booking', 'booking.id', 'notice.booking_id')
    .select([
      'notice.id',
      'notice.no',
      'notice.kind',
      'notice.booking_id',
      'notice.starts_at',
      'notice.told_at',
      'booking.mentor_id',
      'booking.mentee_id',
    ])
    .where('notice.person_id', '=', personId);

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

const viewOf = (row: Row, personId: string): NoticeView => ({
  id: row.id,
  no: row.no,
  at: row.told_at,
  kind: row.kind as NoticeKind,
  bookingId: row.booking_id,
  with: row.mentor_id === personId ? row.mentee_id : row.mentor_id,
  startsAt: row.starts_at,
});

/** One of this person's notices; null for another's. */
export async function noticeOf(tx: Tx, personId: string, id: string): Promise<NoticeView | null> {
  const [row] = await byId(tx, personId, id);
  return row ? viewOf(row, personId) : null;
}

const byId = askedOften((tx, personId: string, id: string) =>
  shown(tx, personId).where('notice.id', '=', id),
);

/** This person's notices before a number, newest first. */
export async function noticesBefore(
  tx: Tx,
  personId: string,
  before: number,
  limit: number,
): Promise<NoticeView[]> {
  const rows = await older(tx, personId, before, limit);
  return rows.map((row) => viewOf(row, personId));
}

const older = askedOften((tx, personId: string, before: number, limit: number) =>
  shown(tx, personId).where('notice.no', '<', before).orderBy('notice.no', 'desc').limit(limit),
);

/** How far a person's notices go, and how far they have seen them. */
export async function noticeMark(tx: Tx, personId: string): Promise<Omit<NoticesView, 'latest'>> {
  const [mark] = await markOf(tx, personId);
  return { lastNo: mark?.last_no ?? 0, readUpTo: mark?.read_up_to ?? 0 };
}

const markOf = askedOften((tx, personId: string) =>
  tx.selectFrom('notice_mark').select(['last_no', 'read_up_to']).where('person_id', '=', personId),
);

/** This person's notices of these kinds since then that they have not seen, newest first. */
export async function unseenNotices(
  tx: Tx,
  personId: string,
  kinds: readonly NoticeKind[],
  since: Instant,
  limit: number,
): Promise<NoticeView[]> {
  const { readUpTo } = await noticeMark(tx, personId);
  const rows = await shown(tx, personId)
    .where('notice.no', '>', readUpTo)
    .where('notice.told_at', '>', toText(since))
    .where(oneOf(tx, 'notice.kind', kinds))
    .orderBy('notice.no', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => viewOf(row, personId));
}
