import type { ProgramSettings } from '@confab/shared';
import type { AuditEntryView, AuditTopic, Role } from '@confab/shared/protocol';
import { legible } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import type { AuditEntryTable } from '../../db/tables/afterwards.ts';
import { markKept, type KeptMark } from './kept.ts';

/** Which entries are asked for. */
interface Wanted {
  programId: string;
  about: AuditTopic;
  /** By or about one of these; null: by and about anybody. */
  people: readonly string[] | null;
  /** Of sessions; not those of this person themselves: who settled theirs is not told. @see P1 */
  sessionsBut: string | null;
}

const deedsAbout: Record<Exclude<AuditTopic, 'everything'>, AuditEntryTable['deed'][]> = {
  sessions: ['booking.settle'],
  members: ['membership.approve', 'membership.suspend', 'membership.reinstate'],
  invitations: ['program.invite'],
  settings: ['program.change-settings'],
};

/** A program's entries, the latest first, after the one named; null where there is no such one. @see F4 */
export async function entriesAfter(
  tx: Tx,
  { programId, about, people, sessionsBut }: Wanted,
  before: string | null,
  limit: number,
): Promise<AuditEntryView[] | null> {
  let rows = entries(tx).where('audit_entry.program_id', '=', programId).limit(limit);
  if (sessionsBut === null) rows = rows.where('audit_entry.booking_id', 'is', null);
  else rows = notOf(rows, sessionsBut);
  if (about !== 'everything') rows = rows.where('audit_entry.deed', 'in', deedsAbout[about]);
  if (people)
    rows = rows.where((where) =>
      where.or(
        (['audit_entry.actor_id', 'audit_entry.person_id', 'mentor_id', 'mentee_id'] as const).map(
          (column) => oneOf(tx, column, people),
        ),
      ),
    );
  if (before !== null) {
    const last = await tx
      .selectFrom('audit_entry')
      .select(['id', 'happened_at'])
      .where('id', '=', before)
      .where('program_id', '=', programId)
      .executeTakeFirst();
    if (!last) return null;
    rows = rows.where((where) =>
      where.or([
        where('audit_entry.happened_at', '<', last.happened_at),
        where.and([
          where('audit_entry.happened_at', '=', last.happened_at),
          where('audit_entry.id', '<', last.id),
        ]),
      ]),
    );
  }
  return shown(await rows.execute());
}

/** How a session was settled, the latest first; nothing where the reader is one of its two. @see F4 P1 */
export async function settlementsOf(
  tx: Tx,
  bookingId: string,
  readerId: string,
): Promise<AuditEntryView[]> {
  const rows = notOf(entries(tx).where('audit_entry.booking_id', '=', bookingId), readerId);
  return shown(await rows.execute());
}

const entries = (tx: Tx) =>
  tx
    .selectFrom('audit_entry')
    .leftJoin('booking', 'booking.id', 'audit_entry.booking_id')
    .selectAll('audit_entry')
    .select(['booking.mentor_id', 'booking.mentee_id', 'booking.starts_at'])
    .orderBy('audit_entry.happened_at', 'desc')
    .orderBy('audit_entry.id', 'desc');

type Rows = ReturnType<typeof entries>;
type Row = Awaited<ReturnType<Rows['execute']>>[number];

const notOf = (rows: Rows, personId: string): Rows =>
  rows.where((where) =>
    where.or([
      where('audit_entry.booking_id', 'is', null),
      where.and([
        where('booking.mentor_id', '!=', personId),
        where('booking.mentee_id', '!=', personId),
      ]),
    ]),
  );

/** What cannot be read is left out, and told to the operator. */
const shown = (rows: Row[]): AuditEntryView[] =>
  rows.flatMap((row) => {
    const column = { table: 'audit_entry', id: row.id, column: 'after' } as const;
    return legible(column, () => viewOf(row)) ?? [];
  });

function viewOf(row: Row): AuditEntryView {
  const { id, happened_at: at, actor_id: actorId, reason, deed } = row;
  const kept = { id, at, actorId, reason };
  const before: unknown = JSON.parse(row.before);
  const after: unknown = JSON.parse(row.after);
  switch (deed) {
    case 'booking.settle': {
      const mark = markKept(after as KeptMark);
      const { booking_id: bookingId, mentor_id: mentorId, mentee_id: menteeId, starts_at } = row;
      if (!mark || !bookingId || !mentorId || !menteeId || !starts_at)
        throw new Error('a settlement of no session');
      const was = before as KeptMark;
      const contested = was.state !== 'accepted' && was.contested;
      const session = { bookingId, mentorId, menteeId, startsAt: starts_at };
      return {
        ...kept,
        deed: 'settled',
        ...session,
        before: markKept(was),
        contested,
        after: mark,
      };
    }
    case 'program.invite':
      return { ...kept, deed: 'invited', role: (after as { role: Role }).role };
    case 'program.change-settings': {
      const settings = { before: before as ProgramSettings, after: after as ProgramSettings };
      return { ...kept, deed: 'settings-changed', ...settings };
    }
    default:
      if (row.person_id === null) throw new Error('a change of no member');
      return { ...kept, deed: memberDeeds[deed], personId: row.person_id };
  }
}

const memberDeeds = {
  'membership.approve': 'approved',
  'membership.suspend': 'suspended',
  'membership.reinstate': 'reinstated',
} as const;

/** Whom an entry names. */
export const namedBy = (entry: AuditEntryView): string[] => [
  entry.actorId,
  ...('personId' in entry ? [entry.personId] : []),
  ...('mentorId' in entry ? [entry.mentorId, entry.menteeId] : []),
];
