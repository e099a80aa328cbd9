import { expect, test } from 'vitest';
import { isMarked } from '@confab/shared';
import { bookingById } from '../src/features/bookings/queries.ts';
import { completed, contested, during, everyone } from './authorisation/people.ts';
import { casesOf, countFor, passTo, settle } from './stage/cases.ts';
import { snapshotFor } from './stage/snapshots.ts';

test('F2 F4: a contest is the manager’s to see and settle; both are told, and by whom is not', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await contested(all);
  expect(await countFor(all, all.manager)).toBe(1);
  for (const who of [all.mentor, all.mentee, all.admin]) expect(await countFor(all, who)).toBe(0);
  const { cases, people, more } = await casesOf(all);
  expect(cases).toEqual([
    {
      bookingId,
      revision: 4,
      kind: 'contested',
      openedAt: '2026-03-02T10:50:00.000Z',
      settleFrom: null,
      mentorId: all.mentor,
      menteeId: all.mentee,
      startsAt: '2026-03-02T10:30:00.000Z',
      endsAt: '2026-03-02T11:30:00.000Z',
      online: true,
      mark: { bySide: 'mentor', outcome: { kind: 'completed', minutes: 60 } },
      contest: {
        bySide: 'mentee',
        reason: 'It was shorter',
        contestedAt: '2026-03-02T10:50:00.000Z',
      },
      attendance: [],
    },
  ]);
  expect(people.map((one) => one.name).toSorted()).toEqual(['Aino', 'Farid']);
  expect(more).toBe(false);
  const kindsOf = async (who: string) => (await snapshotFor(stage, who)).notices.latest[0]?.kind;
  expect([await kindsOf(all.mentor), await kindsOf(all.mentee)]).toEqual([
    'contested',
    'completed',
  ]);

  expect(
    await stage.give(all.manager, 'booking.settle', await settle(all, bookingId, null)),
  ).toEqual({
    ok: false,
    code: 'reason',
  });
  await stage.do(all.manager, 'booking.settle', await settle(all, bookingId));
  expect(await countFor(all, all.manager)).toBe(0);
  expect((await casesOf(all)).cases).toEqual([]);
  for (const who of [all.mentor, all.mentee]) {
    const snapshot = await snapshotFor(stage, who);
    expect(snapshot.bookings[0]?.booking).toMatchObject({
      state: 'completed',
      actualMinutes: 30,
      markedBySide: 'manager',
      contest: null,
      reason: 'Both agree',
    });
    expect(snapshot.notices.latest[0]?.kind).toBe('settled');
    expect(snapshot.conversations[0]?.tail.at(-1)).toMatchObject({
      event: 'settled',
      author: null,
    });
    const { timeline } = await stage.know(who, 'booking.open', { bookingId });
    expect(timeline.at(-1)).toMatchObject({
      type: 'settled',
      by: null,
      minutes: 30,
      missed: null,
      reason: 'Both agree',
    });
    expect(JSON.stringify([snapshot, timeline])).not.toContain(all.manager);
  }
});

test('F4: who settled what, from what to what, why and when, is kept with it or not at all', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await contested(all);
  const entries = () =>
    stage.db.selectFrom('audit_entry').selectAll().where('booking_id', '=', bookingId).execute();
  const refused = {
    ...(await settle(all, bookingId)),
    outcome: { kind: 'completed' as const, minutes: 7 },
  };
  expect((await stage.give(all.manager, 'booking.settle', refused)).ok).toBe(false);
  expect(await entries()).toEqual([]);
  await stage.do(all.manager, 'booking.settle', await settle(all, bookingId));
  const [entry, ...others] = await entries();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    program_id: all.programId,
    booking_id: bookingId,
    actor_id: all.manager,
    deed: 'booking.settle',
    reason: 'Both agree',
    happened_at: '2026-03-02T10:50:00.000Z',
  });
  expect(JSON.parse(entry?.before ?? '')).toEqual({
    state: 'completed',
    minutes: 60,
    markedBySide: 'mentor',
    contested: true,
  });
  expect(JSON.parse(entry?.after ?? '')).toEqual({
    state: 'completed',
    minutes: 30,
    markedBySide: 'manager',
    contested: false,
  });
});

test('F1 F2: undoing the mark takes the case away', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await contested(all);
  await stage.do(all.mentor, 'booking.undo', { bookingId });
  expect((await casesOf(all)).cases).toEqual([]);
  expect(await countFor(all, all.manager)).toBe(0);
});

test('P4 F4: what a suspension has left unmarked is settled still', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await during(all);
  await passTo(all, 30);
  const { programId, mentor: personId } = all;
  await stage.do(all.admin, 'admin.suspend', { programId, personId });
  await stage.do(all.manager, 'booking.settle', await settle(all, bookingId));
  const [view] = (await snapshotFor(stage, all.mentee)).bookings;
  expect(view?.booking.state).toBe('completed');
});

test('F3 W5: attendance is shown by side as evidence, and decides nothing', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await completed(all);
  const { booking } = await stage.know(all.mentee, 'booking.open', { bookingId });
  const came = (person_id: string, kind: 'joined' | 'left', happened_at: string) => ({
    id: crypto.randomUUID(),
    booking_id: bookingId,
    room_id: booking.roomId ?? '',
    person_id,
    kind,
    happened_at,
  });
  await stage.db
    .insertInto('attendance')
    .values([
      came(all.mentee, 'joined', '2026-03-02T10:28:00.000Z'),
      came(all.mentor, 'joined', '2026-03-02T10:31:00.000Z'),
      came(all.mentee, 'left', '2026-03-02T10:40:00.000Z'),
      came(all.mentee, 'joined', '2026-03-02T10:42:00.000Z'),
    ])
    .execute();
  const attendance = [
    { side: 'mentee', joinedAt: '2026-03-02T10:28:00.000Z', leftAt: '2026-03-02T10:40:00.000Z' },
    { side: 'mentor', joinedAt: '2026-03-02T10:31:00.000Z', leftAt: null },
    { side: 'mentee', joinedAt: '2026-03-02T10:42:00.000Z', leftAt: null },
  ];
  const opened = await stage.know(all.mentor, 'booking.open', { bookingId });
  expect(opened).toMatchObject({ attendance, booking: { state: 'completed' } });
  await stage.do(all.mentee, 'booking.contest', { bookingId, reason: 'Not so' });
  expect((await casesOf(all)).cases[0]).toMatchObject({ attendance });
});

test('F2: a mark that was kept before anybody could contest is read, contested and settled', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await completed(all);
  const row = await stage.db
    .selectFrom('booking')
    .select('document')
    .where('id', '=', bookingId)
    .executeTakeFirstOrThrow();
  const {
    contest: _,
    reason: __,
    ...earlier
  } = JSON.parse(row.document) as Record<string, unknown>;
  await stage.db
    .updateTable('booking')
    .set({ document: JSON.stringify(earlier) })
    .where('id', '=', bookingId)
    .execute();
  const booking = await stage.core.ledger.store.read((tx) => bookingById(tx, bookingId));
  expect(booking && isMarked(booking) && [booking.contest, booking.reason]).toEqual([null, null]);
  const seen = (await snapshotFor(stage, all.mentee)).bookings[0]?.booking;
  expect(seen).toMatchObject({ contest: null, reason: null });
  await stage.do(all.mentee, 'booking.contest', { bookingId, reason: 'Not so' });
  await stage.do(all.manager, 'booking.settle', await settle(all, bookingId));
});
