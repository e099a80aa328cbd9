import type { MentorCard, ProgramCard } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import { cardOf, listOf } from '../people/queries.ts';

/** Programs the person may see: their own; an admin's are all. */
export async function programCards(
  tx: Tx,
  viewer: { id: string; admin: boolean },
): Promise<ProgramCard[]> {
  let rows = tx
    .selectFrom('program')
    .leftJoin('membership as own', (join) =>
      join
        .onRef('own.program_id', '=', 'program.id')
        .on('own.person_id', '=', viewer.id)
        .on('own.status', '=', 'active'),
    )
    .select((select) => [
      'program.id',
      'program.name',
      'program.purpose',
      'own.role',
      select
        .selectFrom('membership as mentor')
        .whereRef('mentor.program_id', '=', 'program.id')
        .where('mentor.role', '=', 'mentor')
        .where('mentor.status', '=', 'active')
        .select((count) => count.fn.countAll<number>().as('mentors'))
        .as('mentors'),
    ])
    .orderBy('program.name');
  if (!viewer.admin) rows = rows.where('own.role', 'is not', null);
  return (await rows.execute()).map((row) => ({ ...row, mentors: Number(row.mentors) }));
}

/** The approved, active mentors of a program, by name. @see P2 */
export async function mentorCards(tx: Tx, programId: string): Promise<MentorCard[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .selectAll('person')
    .select('membership.availability')
    .where('membership.program_id', '=', programId)
    .where('membership.role', '=', 'mentor')
    .where('membership.status', '=', 'active')
    .orderBy('person.name')
    .execute();
  return rows.map((row) => ({
    ...cardOf(row),
    headline: row.headline,
    languages: listOf(row, 'languages'),
    subjects: listOf(row, 'subjects'),
    availability: row.availability,
  }));
}
