import {
  averageOf,
  latestAnswers,
  toText,
  usualAnswerTime,
  type Instant,
  type ProgramSettings,
} from '@confab/shared';
import type { MentorCard, ProgramCard } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import { answerTimes } from '../bookings/queries.ts';
import { nextOpenTimes } from '../hours/queries.ts';
import { cardOf, listOf } from '../people/queries.ts';
import { ratingsIn } from '../reviews/queries.ts';

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

/** The approved, active mentors of a program, by name; of them only the one named, if one is. @see P2 */
export async function mentorCards(
  tx: Tx,
  program: { id: string; settings: ProgramSettings | 'damaged' },
  now: Instant,
  only?: string,
): Promise<MentorCard[]> {
  let mentors = tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .selectAll('person')
    .select('membership.availability')
    .where('membership.program_id', '=', program.id)
    .where('membership.role', '=', 'mentor')
    .where('membership.status', '=', 'active')
    .orderBy('person.name');
  if (only !== undefined) mentors = mentors.where('person.id', '=', only);
  const rows = await mentors.execute();
  const ids = rows.map(({ id }) => id);
  const available = rows.filter(({ availability }) => availability === 'available');
  const { settings } = program;
  const next = settings === 'damaged' ? null : await nextOpenTimes(tx, available, settings, now);
  const isRated = settings !== 'damaged' && settings.mentorReviews === 'shown';
  const ratings = isRated ? await ratingsIn(tx, program.id, only) : null;
  const answers = await answerTimes(tx, ids, latestAnswers);
  return rows.map((row) => {
    const nextOpen = next?.get(row.id);
    const rated = ratings?.get(row.id);
    return {
      ...cardOf(row),
      headline: row.headline,
      languages: listOf(row, 'languages'),
      subjects: listOf(row, 'subjects'),
      availability: row.availability,
      nextOpenAt: nextOpen ? toText(nextOpen) : null,
      usualAnswer: usualAnswerTime(answers.get(row.id) ?? []),
      ratings: rated ? averageOf(rated.count, rated.sum) : null,
    };
  });
}
