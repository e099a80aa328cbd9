import { sql } from 'kysely';
import { askedOften } from '../../db/asked-often.ts';

/** With whom, where and on which side a person has ever had sessions, the latest requested first. */
export const metBy = askedOften((tx, personId: string) =>
  tx
    .selectFrom('met')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('latest_at', 'desc')
    .orderBy('other_id'),
);

/** The names of those people, and of the programs in which one has met them; each once. */
export const namesMet = askedOften((tx, personId: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name'])
    .select(sql<string>`'person'`.as('of'))
    .where('id', 'in', (from) =>
      from.selectFrom('met').select('other_id').where('person_id', '=', personId),
    )
    .unionAll(
      tx
        .selectFrom('program')
        .select(['id', 'name'])
        .select(sql<string>`'program'`.as('of'))
        .where('id', 'in', (from) =>
          from.selectFrom('met').select('program_id').where('person_id', '=', personId),
        ),
    ),
);
