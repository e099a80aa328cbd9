import { expect, test } from 'vitest';
import { accepted, company, requested, type Company } from './stage/company.ts';
import { snapshotFor } from './stage/snapshots.ts';

const location = { kind: 'in-person' as const, place: 'Café Engel' };
const place = { start: false, minutes: null, location };

/** What the last of a booking's events changed: in its timeline, in the conversation, as a notice. */
async function toldTo({ stage }: Company, who: string, bookingId: string) {
  const { timeline } = await stage.know(who, 'booking.open', { bookingId });
  const { conversations, notices } = await snapshotFor(stage, who);
  const line = conversations[0]?.tail.at(-1);
  return {
    timeline: timeline.at(-1)?.change,
    line: line?.kind === 'line' ? line.change : undefined,
    notice: notices.latest[0]?.change,
  };
}

test('R1 C5 N1: another place is told as such, proposed and agreed', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  await stage.do(all.mentee, 'booking.propose', { bookingId, version: 1, location });
  const told = { timeline: place, line: place, notice: place };
  expect(await toldTo(all, all.mentor, bookingId)).toEqual(told);
  await stage.do(all.mentor, 'booking.accept', { bookingId, version: 2 });
  expect(await toldTo(all, all.mentee, bookingId)).toEqual(told);
});

test('R3: on a pending request, too; and a counter by what it answers', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await requested(all);
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, location, minutes: 30 });
  const first = { ...place, minutes: 30 };
  expect(await toldTo(all, all.mentee, bookingId)).toEqual({
    timeline: first,
    line: first,
    notice: first,
  });
  await stage.do(all.mentee, 'booking.propose', { bookingId, version: 2, minutes: 90 });
  const counter = { ...place, minutes: 90, location: null };
  expect(await toldTo(all, all.mentor, bookingId)).toEqual({
    timeline: counter,
    line: counter,
    notice: counter,
  });
});

test('R3: what was asked is accepted without a change', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await requested(all);
  await stage.do(all.mentor, 'booking.accept', { bookingId, version: 1 });
  const nothing = { timeline: null, line: null, notice: null };
  expect(await toldTo(all, all.mentee, bookingId)).toEqual(nothing);
});

test('R1: what cannot be read any more is told without what it changed', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  await stage.do(all.mentee, 'booking.propose', { bookingId, version: 1, location });
  for (const table of ['message', 'notice'] as const)
    await stage.db
      .updateTable(table)
      .set({ change: '{' })
      .where('change', 'is not', null)
      .execute();
  await stage.db
    .updateTable('booking_event')
    .set({ document: '{' })
    .where('booking_id', '=', bookingId)
    .where('revision', '=', 2)
    .execute();
  const { timeline } = await stage.know(all.mentor, 'booking.open', { bookingId });
  expect(timeline.map(({ type, startsAt, change }) => [type, startsAt !== null, change])).toEqual([
    ['requested', true, null],
    ['accepted', false, null],
    ['proposed', true, null],
  ]);
  const { conversations, notices } = await snapshotFor(stage, all.mentor);
  expect(conversations[0]?.tail.at(-1)).toMatchObject({ event: 'proposed', change: null });
  expect(notices.latest[0]).toMatchObject({ kind: 'proposed', change: null });
});

test('R3: a counter that was kept before it was told what it answers is read', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await requested(all);
  const rows = stage.db.selectFrom('booking').select('document').where('id', '=', bookingId);
  const { document } = await rows.executeTakeFirstOrThrow();
  const { countered: _, ...earlier } = JSON.parse(document) as Record<string, unknown>;
  await stage.db
    .updateTable('booking')
    .set({ document: JSON.stringify(earlier) })
    .where('id', '=', bookingId)
    .execute();
  const { booking } = await stage.know(all.mentor, 'booking.open', { bookingId });
  expect(booking).toMatchObject({ state: 'pending', countered: null });
});
