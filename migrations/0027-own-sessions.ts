import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Dialect, Migration } from './table.ts';

/**
 * A person's own sessions are listed, counted and searched in one index of each side, without
 * looking at the documents; whom they have met where, and their notes, lie by person.
 */
export const ownSessions: Migration = async (db, dialect) => {
  for (const [side, other] of [
    ['mentor_id', 'mentee_id'],
    ['mentee_id', 'mentor_id'],
  ] as const) {
    await db.schema.dropIndex(`booking_${side}`).execute();
    await db.schema
      .createIndex(`booking_${side}`)
      .on('booking')
      .columns([side, 'state', 'starts_at', 'id', 'ends_at', 'closes_at', 'program_id', other])
      .execute();
  }
  await metTable(db, dialect);
  await noteTable(db, dialect);
  await keepMet(db);
  await keepNotes(db);
};

async function metTable(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const made = db.schema
    .createTable('met')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('other_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('program_id', 'text', (c) => c.notNull().references('program.id'))
    .addColumn('latest_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('met_key', ['person_id', 'side', 'other_id', 'program_id']);
  await byKey(made, dialect).execute();
}

async function noteTable(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const made = db.schema
    .createTable('session_note')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('folded', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('session_note_key', ['person_id', 'booking_id']);
  await byKey(made, dialect).execute();
}

/** On SQLite the rows lie in the order of their key. */
const byKey = (made: CreateTableBuilder<string, string>, dialect: Dialect) =>
  dialect === 'sqlite' ? made.modifyEnd(sql`strict, without rowid`) : made;

async function keepMet(db: Kysely<unknown>): Promise<void> {
  for (const [side, own, other] of [
    ['mentor', 'mentor_id', 'mentee_id'],
    ['mentee', 'mentee_id', 'mentor_id'],
  ] as const)
    await sql`insert into met (person_id, side, other_id, program_id, latest_at)
      select ${sql.ref(own)}, ${sql.lit(side)}, ${sql.ref(other)}, program_id, max(requested_at)
      from booking group by ${sql.ref(own)}, ${sql.ref(other)}, program_id`.execute(db);
}

interface Row {
  id: string;
  mentor_id: string;
  mentee_id: string;
  document: string;
}

/** Some at a time: a store may hold more than memory. */
async function keepNotes(db: Kysely<unknown>): Promise<void> {
  for (let last = ''; ;) {
    const { rows } = await sql<Row>`select id, mentor_id, mentee_id, document from booking
      where id > ${last} order by id limit 500`.execute(db);
    for (const row of rows) {
      const folded = noteOf(row.document);
      if (folded === '') continue;
      for (const person of new Set([row.mentor_id, row.mentee_id]))
        await sql`insert into session_note (person_id, booking_id, folded)
          values (${person}, ${row.id}, ${folded})`.execute(db);
    }
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}

/** Folded as searching does it; of a damaged document there is nothing to search. */
function noteOf(document: string): string {
  try {
    const { note } = JSON.parse(document) as { note?: unknown };
    if (typeof note !== 'string') return '';
    const plain = note.normalize('NFKD').replace(/\p{M}+/gu, '');
    return plain.toLowerCase().replace(/\s+/gu, ' ').trim();
  } catch {
    return '';
  }
}
