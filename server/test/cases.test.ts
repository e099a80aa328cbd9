import { expect, test } from 'vitest';
import { planAnew } from '../src/core.ts';
import { completed, during, everyone } from './authorisation/people.ts';
import { casesOf, countFor, passTo, settle } from './stage/cases.ts';
import { accepted } from './stage/company.ts';
import { snapshotFor } from './stage/snapshots.ts';

test('F5: what nobody marked is said to the mentor twice, then the manager sees and settles it', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const bookingId = await accepted(all, '2026-03-02', '14:00');
  const told = async (who: string) =>
    (await snapshotFor(stage, who)).notices.latest
      .map((one) => one.kind)
      .filter((kind) => kind.endsWith('unmarked'));
  await passTo(all, 3);
  expect(await told(all.mentor)).toEqual(['unmarked']);
  expect((await casesOf(all)).cases).toEqual([]);
  await passTo(all, 24);
  expect(await told(all.mentor)).toEqual(['still-unmarked', 'unmarked']);
  expect(await told(all.mentee)).toEqual([]);
  expect(await countFor(all, all.manager)).toBe(1);
  expect((await casesOf(all)).cases).toMatchObject([{ kind: 'forgotten', mark: null }]);
  await stage.do(all.manager, 'booking.settle', await settle(all, bookingId, null));
  expect(await countFor(all, all.manager)).toBe(0);
});

test('F5 N2: what was completed meanwhile is neither said nor listed', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await completed(all);
  await passTo(all, 30);
  expect((await casesOf(all)).cases).toEqual([]);
  const { notices } = await snapshotFor(stage, all.mentor);
  expect(notices.latest.filter((one) => one.kind.endsWith('unmarked'))).toEqual([]);
  expect(await stage.give(all.mentor, 'booking.undo', { bookingId })).toMatchObject({
    code: 'too-late',
  });
});

test('F5: a mentor who completes a forgotten session closes its case', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await during(all);
  await passTo(all, 30);
  expect(await countFor(all, all.manager)).toBe(1);
  await stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 60 });
  expect(await countFor(all, all.manager)).toBe(0);
  await stage.do(all.mentor, 'booking.undo', { bookingId });
  // It is forgotten again at once.
  await passTo(all, 0);
  expect(await countFor(all, all.manager)).toBe(1);
});

test('F5: a clock that was ahead and is set back leaves no case behind', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await during(all);
  await passTo(all, 30);
  stage.pass({ hours: -29 });
  await planAnew(stage.core.ledger, stage.now);
  expect(await countFor(all, all.manager)).toBe(0);
  expect(
    await stage.give(all.manager, 'booking.settle', await settle(all, bookingId)),
  ).toMatchObject({
    code: 'too-early',
  });
  await passTo(all, 29);
  expect(await countFor(all, all.manager)).toBe(1);
});

test('F5: what was agreed before anybody looked is looked at once it is over, and again a day later', async () => {
  const all = await everyone();
  await using stage = all.stage;
  await accepted(all, '2026-03-02', '14:00');
  // As an earlier version leaves it to the migration.
  await stage.db
    .updateTable('wakeup')
    .set({ due_at: '2026-03-02T11:30:00.000Z' })
    .where('kind', '=', 'forgotten')
    .execute();
  await passTo(all, 4);
  expect(await countFor(all, all.manager)).toBe(0);
  await passTo(all, 23);
  expect(await countFor(all, all.manager)).toBe(1);
});

test('F4: the longest open come first, in pages', async () => {
  const all = await everyone();
  await using stage = all.stage;
  for (let day = 2; day < 24; day++)
    await accepted(all, `2026-03-${String(day).padStart(2, '0')}`, '14:00');
  await passTo(all, 24 * 30);
  const first = await casesOf(all);
  expect(first).toMatchObject({ more: true, programName: 'First steps' });
  expect(first.cases).toHaveLength(20);
  const rest = await casesOf(all, first.cases.at(-1)?.bookingId ?? '');
  expect(rest.cases).toHaveLength(2);
  const ids = [...first.cases, ...rest.cases].map((one) => one.bookingId);
  expect(new Set(ids).size).toBe(22);
  const { programId } = all;
  const elsewhere = { programId, after: programId };
  expect(await stage.ask(all.manager, 'program.cases', elsewhere)).toMatchObject({
    code: 'not-found',
  });
});
