import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { damageNews } from '../src/db/damage-news.ts';
import type { Tables } from '../src/db/tables.ts';
import { roomsAt } from '../src/features/rooms/places.ts';
import { accepted, company, requested, requestFor, type Company } from './stage/company.ts';
import { snapshotFor } from './stage/snapshots.ts';

let lines: { table: string; id: string; column: string; line: string }[];
let news: Disposable;
beforeEach(() => {
  lines = [];
  const note = (fields: object, line: string) => void lines.push({ ...fields, line } as never);
  news = damageNews({ error: note, warn: note } as never);
});
afterEach(() => {
  news[Symbol.dispose]();
});

const said = () => lines.map(({ table, column, line }) => [table, column, line.slice(0, 40)]);
const unreadable = 'A row of the database cannot be read. Wh';
const madeAnew = 'A damaged row was made anew from what el';

/** Writes what should not be there, as a bad disk or a slip of the hand may. */
const spoil = async (
  { stage }: Company,
  table: keyof Tables,
  column: string,
  value: string,
  where: Record<string, string>,
) => {
  const [[key, of]] = Object.entries(where) as [[string, string]];
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${sql.ref(key)} = ${of}`.execute(
    stage.db,
  );
};

const documents = ['', '{', 'null', '{}', '{"id":"another"}', '[1,2]', '"text"'];

test.each(documents)(
  'B5: a booking whose document is damaged (%j) is made anew from its events, and goes on',
  async (document) => {
    const all = await company();
    await using stage = all.stage;
    const bookingId = await requested(all);
    const before = await snapshotFor(stage, all.mentee);
    await spoil(all, 'booking', 'document', document, { id: bookingId });
    expect(await snapshotFor(stage, all.mentee)).toEqual(before);
    expect(said()).toEqual([['booking', 'document', madeAnew]]);
    await stage.do(all.mentor, 'booking.accept', { bookingId, version: 1 });
    lines = [];
    const view = await stage.know(all.mentee, 'booking.open', { bookingId });
    expect(view.booking.state).toBe('accepted');
    expect(lines).toEqual([]);
  },
);

/** A booking of which nothing can be read, beside others that are whole. */
async function lost() {
  const all = await company();
  const bookingId = await accepted(all);
  const other = await all.stage.do(all.mentee, 'booking.request', requestFor(all, '2026-03-05'));
  await spoil(all, 'booking', 'document', '{', { id: bookingId });
  await spoil(all, 'booking_event', 'document', 'nonsense', { booking_id: bookingId });
  return { all, bookingId, other: other.booking.id };
}

test('a booking of which nothing can be read: its people are told so, and all else goes on', async () => {
  const { all, bookingId, other } = await lost();
  await using stage = all.stage;
  const { mentor, mentee, stranger } = all;
  for (const personId of [mentor, mentee]) {
    const { bookings } = await snapshotFor(stage, personId);
    expect(bookings.map(({ booking }) => booking.id)).toEqual([other]);
    const page = await stage.know(personId, 'booking.list', { shelf: 'upcoming', before: null });
    expect(page.bookings).toEqual([]);
  }
  const damaged = { ok: false, code: 'damaged' };
  expect(await stage.ask(mentee, 'booking.open', { bookingId })).toEqual(damaged);
  expect(await stage.give(mentor, 'booking.cancel', { bookingId, reason: null })).toEqual(damaged);
  const notTheirs = { ok: false, code: 'not-found' };
  expect(await stage.ask(stranger, 'booking.open', { bookingId })).toEqual(notTheirs);
  // What it holds is still held. @see B6
  expect(await stage.give(mentee, 'booking.request', requestFor(all))).toMatchObject({
    code: 'busy',
  });
  await stage.do(mentor, 'booking.accept', { bookingId: other, version: 1 });
  await stage.do(mentee, 'chat.send', { to: mentor, text: 'Where is our session?' });
  // What was told of it before is told as far as it can be: nobody's feed stands still.
  const { seq } = await snapshotFor(stage, mentee);
  expect((await stage.events(mentee, 0)).at(-1)?.seq).toBe(seq);
  expect(new Set(said().map(String))).toEqual(
    new Set([`booking,document,${unreadable}`, `booking_event,document,${unreadable}`]),
  );
  expect(stage.failures).toEqual([]);
});

test('D6: what falls due for a damaged booking waits until it is mended; all else is done', async () => {
  const all = await company();
  await using stage = all.stage;
  const damagedId = await requested(all);
  const { booking: whole } = await stage.do(
    all.mentee,
    'booking.request',
    requestFor(all, '2026-03-04', '17:00'),
  );
  const { document } = await stage.db
    .selectFrom('booking')
    .select('document')
    .where('id', '=', damagedId)
    .executeTakeFirstOrThrow();
  const events = await stage.db
    .selectFrom('booking_event')
    .select('document')
    .where('booking_id', '=', damagedId)
    .executeTakeFirstOrThrow();
  await spoil(all, 'booking', 'document', '{', { id: damagedId });
  await spoil(all, 'booking_event', 'document', '{', { booking_id: damagedId });
  stage.pass({ hours: 48 });
  const { bookings } = await snapshotFor(stage, all.mentee);
  expect(bookings.map(({ booking }) => [booking.id, booking.state])).toEqual([
    [whole.id, 'expired'],
  ]);
  await spoil(all, 'booking', 'document', document, { id: damagedId });
  await spoil(all, 'booking_event', 'document', events.document, { booking_id: damagedId });
  const mended = await snapshotFor(stage, all.mentee);
  expect(mended.bookings.map(({ booking }) => booking.state)).toEqual(['expired', 'expired']);
});

test('W1: a damaged booking keeps no other room from its node', async () => {
  const all = await company('2026-03-04T10:15:00Z');
  await using stage = all.stage;
  const bookingId = await accepted(all);
  const { booking } = await stage.know(all.mentee, 'booking.open', { bookingId });
  const roomId = booking.roomId ?? '';
  await stage.know(all.mentee, 'room.enter', { roomId });
  const later = await accepted(all, '2026-03-04', '15:00');
  const second = await stage.know(all.mentee, 'booking.open', { bookingId: later });
  stage.pass({ minutes: 60 });
  await stage.know(all.mentee, 'room.enter', { roomId: second.booking.roomId ?? '' });
  await spoil(all, 'booking', 'document', '{', { id: bookingId });
  await spoil(all, 'booking_event', 'document', '{', { booking_id: bookingId });
  const rooms = await roomsAt(stage.core.ledger, () => stage.now)('');
  expect(rooms.map((room) => room.roomId)).toEqual([second.booking.roomId]);
  const look = await stage.ask(all.mentee, 'room.look', { roomId });
  expect(look).toEqual({ ok: false, code: 'damaged' });
});

test.each(['', '{', '{}', 'null', '{"durations":"all"}'])(
  'a program whose settings are damaged (%j) takes no requests, and says so; its people go on writing',
  async (settings) => {
    const all = await company();
    await using stage = all.stage;
    const { mentor, mentee, programId } = all;
    await stage.do(mentee, 'chat.send', { to: mentor, text: 'Hello' });
    await spoil(all, 'program', 'settings', settings, { id: programId });
    const damaged = { ok: false, code: 'damaged' };
    expect(await stage.give(mentee, 'booking.request', requestFor(all))).toEqual(damaged);
    expect(await stage.ask(mentee, 'program.open', { programId })).toEqual(damaged);
    await stage.do(mentee, 'chat.send', { to: mentor, text: 'Hello again' });
    await stage.know(mentee, 'mentor.open', { programId, mentorId: mentor });
    await snapshotFor(stage, mentee);
    expect(said()).toEqual([['program', 'settings', unreadable]]);
    expect(lines[0]).toMatchObject({ id: programId });
  },
);

test('damaged lists in a profile are empty, and the directory is whole otherwise', async () => {
  const all = await company();
  await using stage = all.stage;
  await spoil(all, 'person', 'languages', '["Finnish"', { id: all.mentor });
  await spoil(all, 'person', 'subjects', '{"not":"a list"}', { id: all.mentor });
  expect((await snapshotFor(stage, all.mentor)).me).toMatchObject({ languages: [], subjects: [] });
  const { programId } = all;
  const { people } = await stage.know(all.mentee, 'program.open', { programId });
  expect(people.map(({ name, languages }) => [name, languages])).toEqual([['Aino', []]]);
  expect(said()).toEqual([
    ['person', 'languages', unreadable],
    ['person', 'subjects', unreadable],
  ]);
});

test('B5: a command whose outcome is damaged is not done a second time', async () => {
  const all = await company();
  await using stage = all.stage;
  const commandId = randomUUID();
  const request = () => stage.give(all.mentee, 'booking.request', requestFor(all), commandId);
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
  expect(await request()).toHaveProperty('ok', true);
  await spoil(all, 'command_outcome', 'outcome', '{"ok":', { command_id: commandId });
  expect(await request()).toEqual({ ok: false, code: 'damaged' });
  expect(await stage.db.selectFrom('booking').select('id').execute()).toHaveLength(1);
});

test('B5 C2: a message whose row is damaged is not sent a second time', async () => {
  const all = await company();
  await using stage = all.stage;
  const commandId = randomUUID();
  const send = () =>
    stage.give(all.mentee, 'chat.send', { to: all.mentor, text: 'Once' }, commandId);
  await send();
  for (const [column, value] of [
    ['text', 'Other'],
    ['kind', 'nonsense'],
  ] as const) {
    await spoil(all, 'message', column, value, { id: commandId });
    expect(await send()).toHaveProperty('ok', false);
  }
  expect(await stage.db.selectFrom('message').select('id').execute()).toEqual([{ id: commandId }]);
});

test('a message whose row is damaged is shown as far as it goes; the conversation goes on', async () => {
  const all = await company();
  await using stage = all.stage;
  const { id } = await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
  await spoil(all, 'message', 'kind', 'nonsense', { id });
  await spoil(all, 'message', 'sent_at', 'once', { id });
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Still there?' });
  const { conversations } = await snapshotFor(stage, all.mentor);
  expect(conversations[0]?.tail).toMatchObject([
    { kind: 'text', text: 'Hello', sentAt: '1970-01-01T00:00:00.000Z' },
    { kind: 'text', text: 'Still there?' },
  ]);
  expect(said()).toEqual([['message', 'kind', unreadable]]);
  expect(stage.failures).toEqual([]);
});
