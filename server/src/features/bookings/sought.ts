import { sql, type RawBuilder } from 'kysely';
import { searchText, searchWords, type SessionFilter } from '@confab/shared';
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
 * what was folded when they were written is looked through, and only the person's own. Each word
 * is somewhere.
 */
export async function soughtBy(tx: Tx, personId: string, filter: SessionFilter): Promise<Sought> {
  const { programId, withId, as } = filter;
  const parted = await partedBy(tx, personId, searchWords(filter.text));
  return {
    sides: sides.filter(({ side }) => as === null || as === side),
    searches: parted.length > 0,
    before: notesWith(tx, personId, parted),
    is: ({ own, other }) => {
      const parts = [sql<boolean>`${sql.ref(own)} = ${personId}`];
      if (withId) parts.push(sql`${sql.ref(other)} = ${withId}`);
      if (programId) parts.push(sql`program_id = ${programId}`);
      for (const [place, { people, programs }] of parted.entries()) {
        const like = [sql`id in (select booking_id from ${notedAt(place)})`];
        if (people.length > 0) like.push(oneOf(tx, other, people));
        if (programs.length > 0) like.push(oneOf(tx, 'program_id', programs));
        parts.push(sql`(${sql.join(like, sql` or `)})`);
      }
      return sql`${sql.join(parts, sql` and `)}`;
    },
  };
}

/** Words that are together in the note, or in one of these names. */
interface Part {
  words: readonly string[];
  people: string[];
  programs: string[];
}

/** Whose notes have the words at that place. */
const notedAt = (place: number) => sql.table(`noted_${String(place)}`);

/** For each part read once, however often the statement asks. */
function notesWith(tx: Tx, personId: string, parts: readonly Part[]): RawBuilder<unknown> {
  if (parts.length === 0) return sql``;
  const find = sql.raw(dialectOf(tx) === 'postgres' ? 'strpos' : 'instr');
  const noted = parts.map(({ words }, place) => {
    const has = words.map((word) => sql`${find}(folded, ${word}) > 0`);
    return sql`${notedAt(place)} as materialized (select booking_id from session_note
      where person_id = ${personId} and ${sql.join(has, sql` and `)})`;
  });
  return sql`with ${sql.join(noted)} `;
}

/**
 * Words that are in no name of those one has sessions with, nor of their programs, can only be in
 * the note, all of them: notes are read once for these, and once for each other word.
 */
async function partedBy(tx: Tx, personId: string, words: readonly string[]): Promise<Part[]> {
  if (words.length === 0) return [];
  const names = (await namesMet(tx, personId)).map((one) => ({
    ...one,
    folded: searchText(one.name),
  }));
  const each = words.map((word) => {
    const like = names.filter(({ folded }) => folded.includes(word));
    const of = (kind: string) => like.flatMap((one) => (one.of === kind ? [one.id] : []));
    return { words: [word], people: of('person'), programs: of('program') };
  });
  const isNamed = ({ people, programs }: Part) => people.length + programs.length > 0;
  const noted = each.filter((one) => !isNamed(one)).flatMap((one) => one.words);
  const named = each.filter(isNamed);
  return noted.length > 0 ? [{ words: noted, people: [], programs: [] }, ...named] : named;
}
