import { sql } from 'kysely';
import { toText, type Instant } from '@confab/shared';
import { dialectOf } from '../../server/src/db/dialect.ts';
import type { Store } from '../../server/src/db/store.ts';
import type { Crowd } from './crowd.ts';

/**
 * The same questions as one statement each over the person's rows, joined with the names and read
 * from the documents: what is written first, and without anything kept for it.
 */
export function plainly({ db }: Store, { busiest, programs }: Crowd, now: Instant) {
  const at = toText(now);
  const note =
    dialectOf(db) === 'postgres'
      ? sql`lower(booking.document::json->>'note')`
      : sql`lower(json_extract(booking.document, '$.note'))`;
  const mine = sql`(mentor_id = ${busiest} or mentee_id = ${busiest})`;
  const past = sql`(state in ('completed', 'no-show') or (state = 'accepted' and closes_at <= ${at}))`;
  const joined = sql`from booking join program on program.id = booking.program_id
    join person on person.id = case when mentor_id = ${busiest} then mentee_id else mentor_id end`;
  const like = (text: string) =>
    sql`(lower(person.name) like ${`%${text}%`} or lower(program.name) like ${`%${text}%`} or ${note} like ${`%${text}%`})`;
  const page = sql`order by starts_at desc, booking.id limit 21`;
  const ask = (statement: ReturnType<typeof sql>) => () => statement.execute(db);
  const list = sql`select booking.document, program.name as "programName" ${joined}`;
  const counts = sql`select state, closes_at <= ${at} as over, count(*) ${joined}`;
  return {
    'shelf: past': ask(sql`${list} where ${mine} and ${past} ${page}`),
    'shelf: past, far down': ask(sql`${list} where ${mine} and ${past} ${page} offset 3000`),
    counts: ask(sql`${counts} where ${mine} group by 1, 2`),
    'filter: program, past': ask(
      sql`${list} where ${mine} and ${past} and program_id = ${programs[3]} ${page}`,
    ),
    'search: a name': ask(sql`${list} where ${mine} and ${past} and ${like('nowak 69')} ${page}`),
    'search: nothing is like it': ask(
      sql`${list} where ${mine} and ${past} and ${like('nothing like it')} ${page}`,
    ),
    'search: counts': ask(sql`${counts} where ${mine} and ${like('resume')} group by 1, 2`),
    'month: six weeks': ask(
      sql`${list} where ${mine} and starts_at < ${toText(now.add({ hours: 21 * 24 }))}
        and ends_at > ${toText(now.subtract({ hours: 21 * 24 }))}`,
    ),
  };
}
