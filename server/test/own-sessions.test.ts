import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { everySession, isFiltering, toText, type SessionFilter } from '@confab/shared';
import { shelves, type QueryValue, type Shelf } from '@confab/shared/protocol';
import { save } from '../src/features/bookings/store.ts';
import { bookingOf, plans, type Plan } from './stage/any-sessions.ts';
import { lived, names, onShelf, programNames, soughtIn } from './stage/lived-sessions.ts';
import { Stage } from './stage/stage.ts';

const stage = await Stage.open();
afterAll(() => stage[Symbol.asyncDispose]());

type Page = QueryValue<'booking.list'>;
type Place = NonNullable<Page['next']>;

async function pages(me: string, shelf: Shelf, filter: SessionFilter): Promise<string[][]> {
  const found: string[][] = [];
  for (let before: Place | null = null; ;) {
    const page: Page = await stage.know(me, 'booking.list', { shelf, filter, before });
    found.push(page.bookings.map(({ booking }) => booking.id));
    if (!page.next) return found;
    before = page.next;
  }
}

const texts = [
  '',
  '',
  'resume',
  'ÅNGSTROM',
  'lukasz',
  'steps',
  '50%',
  '_',
  'of this',
  'nowhere',
  ' farid ',
  // Words of a name, a program and a note, in any order.
  'steps FARID',
  'resume my ines',
  'mo  INÊS re stra',
  'this  farid όλα of',
  'ångström steps nowhere',
  // More than are looked for.
  'a e i o resume nowhere',
  'a e i o nowhere resume',
];
const filters = fc.record({
  text: fc.constantFrom(...texts),
  program: fc.constantFrom(null, null, 0, 1),
  other: fc.constantFrom(null, null, null, 1, 2),
  as: fc.constantFrom(null, null, 'mentor' as const, 'mentee' as const),
});

/** Many are one's own. */
const many = fc.array(
  plans(names.length, programNames.length).map((one) =>
    one.program === 0 ? { ...one, mentor: 0, mentee: one.mentee || 1 } : one,
  ),
  { minLength: 30, maxLength: 90 },
);

test('L1 L2 L3: shelves, counts, search and calendar say what a look at every session says', async () => {
  const asked = fc.array(filters, { minLength: 4, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(many, asked, async (some, wanted) => {
      const life = await lived(stage, some);
      for (const { program, other, ...rest } of [
        { ...everySession, program: null, other: null },
        ...wanted,
      ]) {
        const filter = {
          ...rest,
          programId: program === null ? null : (life.programs[program] ?? null),
          withId: other === null ? null : (life.people[other] ?? null),
        };
        const all = soughtIn(life, filter);
        expect(isFiltering(filter) || all.length === soughtIn(life, everySession).length).toBe(
          true,
        );
        const counts = await stage.know(life.me, 'booking.counts', { filter });
        for (const shelf of shelves) {
          const expected = onShelf(all, shelf, stage.now);
          expect([filter, shelf, counts[shelf]]).toEqual([filter, shelf, expected.length]);
          const found = await pages(life.me, shelf, filter);
          expect([filter, shelf, found.flat()]).toEqual([filter, shelf, expected]);
          expect(found.slice(0, -1).every((page) => page.length === 20)).toBe(true);
        }
        const range = {
          from: stage.now.subtract({ hours: 300 }),
          until: stage.now.add({ hours: 700 }),
        };
        const { sessions } = await stage.know(life.me, 'booking.calendar', {
          from: toText(range.from),
          until: toText(range.until),
          filter,
        });
        const within = all.flatMap((one) => {
          const { startsAt, endsAt } = one.state === 'pending' ? one.offer.terms : one.terms;
          const takesPlace = ['pending', 'accepted', 'completed', 'no-show'].includes(one.state);
          const touches =
            toText(startsAt) < toText(range.until) && toText(endsAt) > toText(range.from);
          return takesPlace && touches ? [`${toText(startsAt)} ${one.id}`] : [];
        });
        expect(sessions.map((one) => `${one.startsAt} ${one.id}`)).toEqual(within.toSorted());
      }
    }),
    { numRuns: 6, seed: 1 },
  );
});

test('L1: whatever changes between two pages, none comes twice, and what stays is not passed over', async () => {
  const changes = fc.array(
    fc.record({
      which: fc.nat(89),
      ahead: fc.integer({ min: -900, max: 900 }),
      away: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(many, fc.constantFrom(...shelves), changes, async (some, shelf, given) => {
      const life = await lived(stage, some);
      const stays = new Set(onShelf(soughtIn(life, everySession), shelf, stage.now));
      const seen: string[] = [];
      const changing = given.values();
      for (let before: Place | null = null; ;) {
        const page: Page = await stage.know(life.me, 'booking.list', { shelf, before });
        seen.push(...page.bookings.map(({ booking }) => booking.id));
        if (!page.next) break;
        before = page.next;
        for (const { which, ahead, away } of changing.take(3)) {
          const old = life.bookings[which % life.bookings.length];
          if (!old) continue;
          stays.delete(old.id);
          const startsAt = stage.now.add({ hours: ahead });
          const terms = { ...old.terms, startsAt, endsAt: startsAt.add({ hours: 1 }) };
          const moved = away
            ? {
                ...bookingOf(
                  { ...(some[which % some.length] as Plan), state: 'withdrawn' },
                  life.people,
                  life.programs,
                  stage.now,
                ),
                id: old.id,
              }
            : { ...old, terms };
          await stage.core.ledger.store.write((tx) => save(tx, old, moved, [], null));
        }
      }
      const still = seen.filter((id) => stays.has(id));
      expect(new Set(still).size).toBe(still.length);
      expect(new Set(still)).toEqual(stays);
    }),
    { numRuns: 8, seed: 1 },
  );
});

test('L2: each word is found wherever it is, and those of two sessions are none of either', async () => {
  const plan = { state: 'accepted', ahead: 5, minutes: 60, moved: 0, mentor: 0 } as const;
  const life = await lived(stage, [
    { ...plan, mentee: 2, program: 0, note: 'On my Résumé' },
    { ...plan, mentee: 3, program: 1, note: 'straße 50%' },
    { ...plan, mentee: 3, program: 0, note: null },
  ]);
  const [first, second, third] = life.bookings.map(({ id }) => id);
  for (const [text, expected] of [
    ['ångström résumé', [first]],
    ['steps resume ines', [first]],
    ['farid 50%', [second]],
    ['resume', [first, second]],
    ['more resume', [second]],
    ['steps', [first, third]],
    ['farid steps', [third]],
    ['farid angstrom', []],
    ['steps 50%', []],
    ['s t e p nowhere', []],
    ['s t r a resume nowhere', [first, second]],
  ] as const) {
    const filter = { ...everySession, text };
    const found = (await pages(life.me, 'upcoming', filter)).flat();
    expect([text, new Set(found)]).toEqual([text, new Set(expected)]);
    const { upcoming } = await stage.know(life.me, 'booking.counts', { filter });
    expect([text, upcoming]).toEqual([text, expected.length]);
  }
});

test('L2: nothing of others is found, be it by their names or their notes', async () => {
  const plan = { state: 'accepted', ahead: 5, minutes: 60, moved: 0, program: 0 } as const;
  const life = await lived(stage, [
    { ...plan, mentor: 1, mentee: 2, note: 'a secret' },
    { ...plan, mentor: 0, mentee: 3, note: 'mine' },
  ]);
  for (const text of ['secret', 'lukasz', 'ines'])
    expect(
      await stage.know(life.me, 'booking.counts', { filter: { ...everySession, text } }),
    ).toEqual({
      pending: 0,
      upcoming: 0,
      past: 0,
      cancelled: 0,
    });
  const met = await stage.know(life.me, 'booking.met', {});
  expect(met.people.map(({ id }) => id)).toEqual([life.people[3]]);
  expect(met.sides).toEqual(['mentor']);
});

test('L3: a calendar is asked for six weeks at most', async () => {
  const { me } = await lived(stage, []);
  const ask = (hours: number) =>
    stage.ask(me, 'booking.calendar', {
      from: toText(stage.now),
      until: toText(stage.now.add({ hours })),
      filter: everySession,
    });
  expect(await ask(42 * 24 + 1)).toMatchObject({ ok: true });
  expect(await ask(42 * 24 + 2)).toMatchObject({ code: 'malformed', field: 'until' });
  expect(await ask(-1)).toMatchObject({ code: 'malformed', field: 'until' });
});
