import { sql, type Selectable } from 'kysely';
import { checkSettings, defaultSettings, searchText, type ProgramSettings } from '@confab/shared';
import type { Availability, DecidedSettings, MembershipView, Role } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import { DamagedRow, legible } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { remembered } from '../../db/remembered.ts';
import type { Look } from '../../db/look.ts';
import type { MembershipTable } from '../../db/tables/people.ts';

export type MembershipRow = Selectable<MembershipTable>;

export async function membership(
  tx: Tx,
  programId: string,
  personId: string,
): Promise<MembershipRow | null> {
  const [row] = await membershipRow(tx, programId, personId);
  return row ?? null;
}

const membershipRow = askedOften((tx, programId: string, personId: string) =>
  tx
    .selectFrom('membership')
    .selectAll()
    .where('program_id', '=', programId)
    .where('person_id', '=', personId),
);

export const membershipsOf = async (tx: Tx, personId: string): Promise<MembershipView[]> =>
  (await standingsOf(tx, personId)).map(viewOf);

/** The same at a look. */
export const membershipsSeen = async (look: Look, personId: string): Promise<MembershipView[]> =>
  (await standingsSeen(look, personId)).map(viewOf);

/** The version of each directory that this person may see as a member. */
export async function directoryVersions(
  look: Look,
  personId: string,
): Promise<Record<string, number>> {
  const standings = await standingsSeen(look, personId);
  return Object.fromEntries(standings.map((one) => [one.programId, one.directoryVersion]));
}

interface Standing extends MembershipView {
  directoryVersion: number;
}

const viewOf = ({ directoryVersion: _, ...view }: Standing): MembershipView => view;

const standingsSeen = (look: Look, personId: string): Promise<Standing[]> =>
  look.once(`standings ${personId}`, () => standingsOf(look.tx, personId));

const standingsOf: (tx: Tx, personId: string) => Promise<Standing[]> = askedOften(
  (tx, personId: string) =>
    tx
      .selectFrom('membership')
      .innerJoin('program', 'program.id', 'membership.program_id')
      .select([
        'membership.program_id as programId',
        'program.name as programName',
        'program.directory_version as directoryVersion',
        'membership.role',
        'membership.status',
        'membership.availability',
      ])
      .where('membership.person_id', '=', personId)
      .orderBy('membership.program_id'),
);

/** @throws DamagedRow: nothing may be decided by settings that nobody chose */
export const settingsOf = async (tx: Tx, programId: string): Promise<ProgramSettings | null> =>
  (await decidedSettings(tx, programId))?.settings ?? null;

/**
 * With their version, for whoever changes them.
 * @throws DamagedRow
 */
export async function decidedSettings(tx: Tx, programId: string): Promise<DecidedSettings | null> {
  const read = await readSettings(tx, programId);
  if (!read) return null;
  const { version, settings } = read;
  if (settings === 'damaged') throw new DamagedRow({ table: 'program', id: programId }, null);
  return { version, settings };
}

/** For what can also be shown without them. */
export const settingsShown = async (
  tx: Tx,
  programId: string,
): Promise<ProgramSettings | 'damaged' | null> =>
  (await readSettings(tx, programId))?.settings ?? null;

async function readSettings(tx: Tx, programId: string) {
  const row = await tx
    .selectFrom('program')
    .select(['settings', 'settings_version as version'])
    .where('id', '=', programId)
    .executeTakeFirst();
  if (!row) return null;
  const column = { table: 'program', id: programId, column: 'settings' } as const;
  const settings = legible(column, () => checked(row.settings)) ?? ('damaged' as const);
  return { version: row.version, settings };
}

/** Settings that came after some programs had decided theirs: there, they have their default. */
const later = { mentorReviews: defaultSettings.mentorReviews };

function checked(text: string): ProgramSettings {
  const settings = { ...later, ...(JSON.parse(text) as ProgramSettings) };
  const check = checkSettings(settings);
  if (!check.ok) throw new Error(`${check.field} is not as it may be`);
  return settings;
}

export async function programName(tx: Tx, programId: string): Promise<string> {
  const row = await tx
    .selectFrom('program')
    .select('name')
    .where('id', '=', programId)
    .executeTakeFirst();
  return row?.name ?? '';
}

/** Each of these programs once, by their ids. */
export async function programNames(
  tx: Tx,
  ids: Iterable<string>,
): Promise<{ id: string; name: string }[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return nameRows(tx, wanted);
}

const nameRows = askedOften((tx, ids: readonly string[]) =>
  tx
    .selectFrom('program')
    .select(['id', 'name'])
    .where(oneOf(tx, 'id', ids))
    .orderBy('id'),
);

interface SharedProgram {
  otherId: string;
  programId: string;
  role: Role;
  availability: Availability;
  otherRole: Role;
  otherAvailability: Availability;
}

/** Programs in which a person and one of these others are both active, with each one's part in them. */
export const sharedPrograms: (
  tx: Tx,
  personId: string,
  otherIds: readonly string[],
) => Promise<SharedProgram[]> = askedOften((tx, personId: string, otherIds: readonly string[]) =>
  tx
    .selectFrom('membership as own')
    .innerJoin('membership as other', 'other.program_id', 'own.program_id')
    .select([
      'other.person_id as otherId',
      'own.program_id as programId',
      'own.role as role',
      'own.availability as availability',
      'other.role as otherRole',
      'other.availability as otherAvailability',
    ])
    .where('own.person_id', '=', personId)
    .where(oneOf(tx, 'other.person_id', otherIds))
    .where('own.status', '=', 'active')
    .where('other.status', '=', 'active'),
);

/** The same of two. */
export const programsOfTwo = remembered(
  'programs of',
  ['membership'],
  (tx, one: string, other: string) => sharedPrograms(tx, one, [other]),
);

/** The active mentors of a program who take requests from anyone. @see P3 */
export async function availableMentors(
  tx: Tx,
  programId: string,
): Promise<{ id: string; zone: string }[]> {
  return tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.zone'])
    .where('membership.program_id', '=', programId)
    .where('membership.role', '=', 'mentor')
    .where('membership.status', '=', 'active')
    .where('membership.availability', '=', 'available')
    .orderBy('person.name')
    .execute();
}

/** Everyone who may see the program's directory: its active members, and admins. */
export async function viewersOf(tx: Tx, programId: string): Promise<string[]> {
  const members = tx
    .selectFrom('membership')
    .select('person_id as id')
    .where('program_id', '=', programId)
    .where('status', '=', 'active');
  const admins = tx.selectFrom('person').select('id').where('admin', '=', 1);
  return (await members.union(admins).execute()).map((row) => row.id);
}

/** Of a notice about a booking: does its reader manage the booking's program still? */
export const managesStill = sql<boolean>`exists (select 1 from membership
  where membership.program_id = booking.program_id and membership.person_id = notice.person_id
  and membership.role = 'manager' and membership.status = 'active')`;

/** The active managers of a program. */
export async function managersOf(tx: Tx, programId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('program_id', '=', programId)
    .where('role', '=', 'manager')
    .where('status', '=', 'active')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

/**
 * Everybody who is or was in the program, and admins, if their names have the text; null where
 * there is no text to look for. Names are compared here, where case and accents are known alike
 * for both databases.
 */
export async function membersNamed(
  tx: Tx,
  programId: string,
  name: string,
): Promise<string[] | null> {
  const sought = searchText(name);
  if (sought === '') return null;
  const members = tx
    .selectFrom('membership')
    .select('person_id')
    .where('program_id', '=', programId);
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where((where) => where.or([where('admin', '=', 1), where('id', 'in', members)]))
    .execute();
  return rows.filter((row) => searchText(row.name).includes(sought)).map(({ id }) => id);
}
