import { randomUUID } from 'node:crypto';
import {
  defaultSettings,
  shelfOf,
  toText,
  type Booking,
  type Instant,
  type SessionFilter,
} from '@confab/shared';
import type { Shelf } from '@confab/shared/protocol';
import { save } from '../../src/features/bookings/store.ts';
import { addProgram } from '../../src/features/programs/store.ts';
import { bookingOf, type Plan } from './any-sessions.ts';
import type { Stage } from './stage.ts';

export const names = ['Aino Virtanen', 'Łukasz', 'Inês Ångström', 'Old-Farid'];
export const programNames = ['First steps', 'Résumés % more'];

/** Fresh people and programs with these sessions between them. */
export async function lived(stage: Stage, some: readonly Plan[]) {
  const people: string[] = [];
  for (const name of names) people.push(await stage.person(`${name} ${randomUUID().slice(0, 8)}`));
  const programs = programNames.map((name) => ({ id: randomUUID(), name }));
  const ids = programs.map(({ id }) => id);
  const bookings = some.map((plan) => bookingOf(plan, people, ids, stage.now));
  await stage.core.ledger.store.write(async (tx) => {
    for (const program of programs)
      await addProgram(tx, { ...program, purpose: '', settings: defaultSettings }, stage.now);
    for (const booking of bookings) await save(tx, null, booking, [], null);
  });
  const cards = await stage.db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', people)
    .execute();
  const nameOf = new Map([...cards, ...programs].map(({ id, name }) => [id, name]));
  return { me: people[0] ?? '', people, programs: ids, bookings, nameOf };
}

type Lived = Awaited<ReturnType<typeof lived>>;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .join(' ');

/** The words of a text that are looked for: the first five. */
function wordsIn(text: string): string[] {
  return plain(text).split(' ').slice(0, 5);
}

/** One's own that are looked for, by looking at every one there is. */
export function soughtIn({ me, bookings, nameOf }: Lived, filter: SessionFilter): Booking[] {
  return bookings.filter(({ mentorId, menteeId, programId, note }) => {
    if (mentorId !== me && menteeId !== me) return false;
    const other = mentorId === me ? menteeId : mentorId;
    const said = [nameOf.get(other), nameOf.get(programId), note].map((one) => plain(one ?? ''));
    return (
      (filter.as === null || filter.as === (mentorId === me ? 'mentor' : 'mentee')) &&
      (filter.withId ?? other) === other &&
      (filter.programId ?? programId) === programId &&
      wordsIn(filter.text).every((word) => said.some((one) => one.includes(word)))
    );
  });
}

const start = ({ terms }: Booking): string => toText(terms.startsAt);

/** A shelf from its first to its last, latest first or soonest first; ids among equals. */
export const onShelf = (all: Booking[], shelf: Shelf, now: Instant): string[] =>
  all
    .filter((one) => shelfOf(one, now) === shelf)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .toSorted((a, b) => {
      const earlier = start(a) < start(b) ? -1 : Number(start(a) > start(b));
      return shelf === 'pending' || shelf === 'upcoming' ? earlier : -earlier;
    })
    .map(({ id }) => id);
