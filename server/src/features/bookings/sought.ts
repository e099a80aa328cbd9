import { sql, type RawBuilder } from 'kysely';
import { searchText, type SessionFilter } from '@confab/shared';
import { dialectOf } from '../../db/dialect.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { namesMet } from './met.ts';
import { sides, type SideColumns } from './sides.ts';

/** A filter over one person's sessions, as parts of a statement about their rows. @see L2 */
export interface Sought {
  /** The sides on which there may be some. */
  sides: readonly SideColumns[];
  /** Is there a text to be looked for? No index has them in order then. */
  searches: boolean;
  /** Goes before the statement. */
  before: RawBuilder<unknown>;
  /** What a row of that side must be, beside being the person's own. */
  is: (side: SideColumns) => RawBuilder<boolean>;
}

/**
 * Names are compared here, where case and accents are known alike for both databases; of notes
 * what was folded when they were written is looked through, and only the person's own.
 */
export async function soughtBy(tx: Tx, personId: string, filter: SessionFilter): Promise<Sought> {
  const { programId, withId, as } = filter;
  const text = searchText(filter.text);
  const named = text === '' ? null : await namedLike(tx, personId, text);
  return {
    sides: sides.filter(({ side }) => as === null || as === side),
    searches: named !== null,
    before: named ? notesWith(tx, personId, text) : sql``,
    is: ({ own, other }) => {
      const parts = [sql<boolean>`${sql.ref(own)} = ${personId}`];
      if (withId) parts.push(sql`${sql.ref(other)} = ${withId}`);
      if (programId) parts.push(sql`program_id = ${programId}`);
      if (named) {
        const like = [sql`id in (select booking_id from noted)`];
        if (named.people.length > 0) like.push(oneOf(tx, other, named.people));
        if (named.programs.length > 0) like.push(oneOf(tx, 'program_id', named.programs));
        parts.push(sql`(${sql.join(like, sql` or `)})`);
      }
      return sql`${sql.join(parts, sql` and `)}`;
    },
  };
}

/** Read once, however often the statement asks. */
const notesWith = (tx: Tx, personId: string, text: string) => {
  const place = sql.raw(dialectOf(tx) === 'postgres' ? 'strpos' : 'instr');
  return sql`with noted as materialized (select booking_id from session_note
    where person_id = ${personId} and ${place}(folded, ${text}) > 0) `;
};

/** The ids of those one has sessions with, and of the programs of these, whose names have the text. */
async function namedLike(tx: Tx, personId: string, text: string) {
  const like = (await namesMet(tx, personId)).filter(({ name }) => searchText(name).includes(text));
  const of = (kind: string) => like.flatMap((one) => (one.of === kind ? [one.id] : []));
  return { people: of('person'), programs: of('program') };
}
