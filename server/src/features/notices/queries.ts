import { caseNoticeKinds, isOfCase, toText, type Instant, type NoticeKind } from '@confab/shared';
import { keptNotices, type NoticesView, type NoticeView } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { changeIn } from '../bookings/queries.ts';
import { managesStill } from '../programs/queries.ts';
import { reviewStands } from '../reviews/queries.ts';

/** What holds still: not of a review that is taken back or hidden, or of what one manages no longer. */
const shown = (tx: Tx, personId: string) =>
  tx
    .selectFrom('notice')
    .innerJoin('booking', 'booking.id', 'notice.booking_id')
    .where((where) => where.or([where('notice.kind', '!=', 'reviewed'), reviewStands]))
    .where((where) =>
      where.or([where.not(oneOf(tx, 'notice.kind', caseNoticeKinds)), managesStill]),
    )
    .select([
      'notice.id',
      'notice.no',
      'notice.kind',
      'notice.booking_id',
      'notice.starts_at',
      'notice.told_at',
      'notice.change',
      'booking.mentor_id',
      'booking.mentee_id',
      'booking.program_id',
    ])
    .where('notice.person_id', '=', personId);

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

function viewOf(row: Row, personId: string): NoticeView {
  const kind = row.kind as NoticeKind;
  const { mentor_id: mentorId, mentee_id: menteeId, program_id: programId } = row;
  const managed = isOfCase(kind) ? { programId, mentorId } : null;
  return {
    id: row.id,
    no: row.no,
    at: row.told_at,
    kind,
    bookingId: row.booking_id,
    with: managed || mentorId === personId ? menteeId : mentorId,
    managed,
    startsAt: row.starts_at,
    change: changeIn({ table: 'notice', ...row }),
  };
}

/** This person's notices of one kind and booking that can still be seen at once, holding or not. */
export async function noticesOfKind(
  tx: Tx,
  personId: string,
  kind: NoticeKind,
  bookingId: string,
): Promise<string[]> {
  const { lastNo } = await noticeMark(tx, personId);
  const rows = await latestOf(tx, personId, lastNo - keptNotices)
    .where('notice.kind', '=', kind)
    .where('notice.booking_id', '=', bookingId)
    .execute();
  return rows.map(({ id }) => id);
}

/** The same of all cases of a program, or of those in which somebody is one of the two. */
export async function caseNotices(
  tx: Tx,
  personId: string,
  programId: string,
  naming: string | null = null,
): Promise<string[]> {
  const { lastNo } = await noticeMark(tx, personId);
  const cases = latestOf(tx, personId, lastNo - keptNotices)
    .innerJoin('booking', 'booking.id', 'notice.booking_id')
    .where(oneOf(tx, 'notice.kind', caseNoticeKinds))
    .where('booking.program_id', '=', programId);
  const named =
    naming === null
      ? cases
      : cases.where((where) =>
          where.or([
            where('booking.mentor_id', '=', naming),
            where('booking.mentee_id', '=', naming),
          ]),
        );
  return (await named.execute()).map(({ id }) => id);
}

const latestOf = (tx: Tx, personId: string, after: number) =>
  tx
    .selectFrom('notice')
    .select('notice.id')
    .where('notice.person_id', '=', personId)
    .where('notice.no', '>', after)
    .orderBy('notice.no');

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
