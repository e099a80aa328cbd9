import { randomUUID } from 'node:crypto';
import { defaultSettings, searchText, toText, type Instant } from '@confab/shared';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Tx } from '../../server/src/db/database.ts';
import type { Store } from '../../server/src/db/store.ts';
import type { BookingTable } from '../../server/src/db/tables/bookings.ts';
import { addPerson } from '../../server/src/features/people/store.ts';
import {
  addMembership,
  addProgram,
  changeMembership,
} from '../../server/src/features/programs/store.ts';
import { talk } from './talks.ts';
import { templates, templatesBegin } from './templates.ts';

export const size = {
  people: 2_000,
  bookings: 100_000,
  ofBusiest: 5_000,
  metByBusiest: 300,
  messagesWithEach: 40,
  notices: 200,
  programs: 12,
};

const names = ['Aino Virtanen', 'Farid Rahmani', 'Inês Duarte', 'Noor Haddad', 'Łukasz Nowak'];
const words = [
  'career',
  'thesis',
  'résumé',
  'interview',
  'teaching',
  'leadership',
  'moving',
  'funding',
];
/** Words in no order. */
const word = (n: number) => words[(Math.imul(n, 0x9e3779b1) >>> 9) % words.length] ?? '';
const note = (n: number) =>
  `I would like to talk about ${word(n)} and ${word(n + 1)}, and what you would do in my place. (${String(n)})`;

type Row = Selectable<BookingTable>;

export interface Crowd {
  busiest: string;
  programs: string[];
  /** Somebody the busiest has met. */
  met: string;
}

/** People, programs, sessions of two years past and two months ahead, and what the busiest have written: rows as commands leave them. */
export async function gather(store: Store, now: Instant): Promise<Crowd> {
  const made = await templates(store, templatesBegin(now));
  const patterns = await store.db
    .selectFrom('booking')
    .selectAll()
    .where('id', 'in', made)
    .execute();
  const people = Array.from({ length: size.people }, () => randomUUID());
  const programs = Array.from({ length: size.programs }, () => randomUUID());
  await store.write((tx) => settle(tx, people, programs, now));
  const [busiest = '', ...mentors] = people.filter((_, n) => n % 2 === 0);
  const mentees = people.filter((_, n) => n % 2 === 1);
  const every = size.bookings / size.ofBusiest;
  const rows = Array.from({ length: size.bookings }, (_, n) => {
    const programId = programs[n % programs.length] ?? '';
    if (n % every !== 0)
      return told(patterns, n, { programId, mentorId: mentors[(n * 31) % mentors.length] ?? '', menteeId: mentees[(n * 7) % mentees.length] ?? '' }, now); // prettier-ignore
    const other = (n / every) % size.metByBusiest;
    // One in twenty as a mentee.
    if ((n / every) % 20 === 19) return told(patterns, n, { programId, mentorId: mentors[other % 20] ?? '', menteeId: busiest }, now); // prettier-ignore
    return told(patterns, n, { programId, mentorId: busiest, menteeId: mentees[other] ?? '' }, now);
  });
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500);
    await store.write(async (tx) => {
      await tx
        .insertInto('booking')
        .values(some.map(({ row }) => row))
        .execute();
      await tx
        .insertInto('session_note')
        .values(some.flatMap(({ notes }) => notes))
        .execute();
    });
  }
  await store.write(async (tx) => {
    for (const [side, own, other] of [
      ['mentor', 'mentor_id', 'mentee_id'],
      ['mentee', 'mentee_id', 'mentor_id'],
    ] as const)
      await tx
        .insertInto('met')
        .columns(['person_id', 'side', 'other_id', 'program_id', 'latest_at'])
        .expression(
          tx
            .selectFrom('booking')
            .select([own, sql.lit(side).as('side'), other, 'program_id'])
            .select((select) => select.fn.max('requested_at').as('latest_at'))
            .where('id', 'not in', made)
            .groupBy([own, other, 'program_id']),
        )
        .execute();
  });
  await talk(store, busiest, size, now);
  return { busiest, programs, met: mentees[7] ?? '' };
}

async function settle(tx: Tx, people: string[], programs: string[], now: Instant): Promise<void> {
  for (const [n, id] of programs.entries())
    await addProgram(tx, { id, name: `Program ${words[n % words.length] ?? ''} ${String(n)}`, purpose: '', settings: defaultSettings }, now); // prettier-ignore
  for (const [n, id] of people.entries()) {
    const name = `${names[n % names.length] ?? ''} ${String(n)}`;
    await addPerson(
      tx,
      { id, name, email: `${id}@example.org`, zone: 'Europe/Helsinki', admin: false },
      now,
    );
    const programId = programs[n % programs.length] ?? '';
    await addMembership(tx, programId, id, n % 2 === 0 ? 'mentor' : 'mentee', now);
    await changeMembership(tx, programId, id, { status: 'active' });
  }
}

const instants = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;
const over = [
  'completed',
  'completed',
  'completed',
  'completed',
  'no-show',
  'declined',
  'withdrawn',
  'cancelled',
];
const ahead = ['accepted', 'accepted', 'accepted', 'pending', 'cancelled'];

/** One of the patterns at another time, for other people, with another note. */
function told(
  patterns: readonly Row[],
  n: number,
  who: { programId: string; mentorId: string; menteeId: string },
  now: Instant,
): {
  row: Insertable<BookingTable>;
  notes: { person_id: string; booking_id: string; folded: string }[];
} {
  const isAhead = n % 1000 < 21;
  const states = isAhead ? ahead : over;
  const state = states[(n >> 3) % states.length];
  const pattern = patterns.find((one) => one.state === state);
  if (!pattern) throw new Error(`no pattern is ${String(state)}`);
  const hours = isAhead ? 24 + (n % (60 * 24)) : -(3 + ((n * 7919) % (730 * 24)));
  const by = now.epochMilliseconds + hours * 3_600_000 - Date.parse(pattern.starts_at);
  const id = randomUUID();
  const roomId = pattern.room_id && randomUUID();
  const written = note(n);
  const moved = JSON.stringify(pattern).replaceAll(instants, (text) =>
    new Date(Math.floor((Date.parse(text) + by) / 900_000) * 900_000).toISOString(),
  );
  const row = JSON.parse(moved) as Row;
  const document = JSON.stringify({
    ...(JSON.parse(row.document) as object),
    ...who,
    id,
    roomId,
    note: written,
  });
  const sides = { program_id: who.programId, mentor_id: who.mentorId, mentee_id: who.menteeId };
  const requested_at = toText(now) < row.requested_at ? toText(now) : row.requested_at;
  const folded = searchText(written);
  return {
    row: { ...row, ...sides, id, room_id: roomId, requested_at, document },
    notes: [who.mentorId, who.menteeId].map((person_id) => ({ person_id, booking_id: id, folded })),
  };
}
