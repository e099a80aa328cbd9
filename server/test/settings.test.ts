import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings, type ProgramSettings } from '@confab/shared';
import { protocolVersion } from '@confab/shared/protocol';
import { anySettings } from './lives/any-settings.ts';
import { accepted, company, requested, type Company } from './stage/company.ts';

const short: ProgramSettings = {
  ...defaultSettings,
  durations: [20],
  clock: { hours: 1, opens: '10:00', closes: '11:00', closedDays: [6, 7] },
  margins: { before: 0, after: 0 },
};

const change = (
  { stage, programId }: Company,
  actor: string,
  version: number,
  settings: ProgramSettings,
) => stage.give(actor, 'program.change-settings', { programId, version, settings });

test('B2 D1 G1 W1: what is decided is what members, the request and its rules go by', async () => {
  const all = await company();
  await using stage = all.stage;
  const { programId, admin, mentee } = all;
  const settings = { ...short, messageGate: 'recommended' as const };
  expect(await change(all, admin, 1, settings)).toEqual({
    ok: true,
    value: { version: 2, settings },
  });
  expect(await stage.know(admin, 'program.settings', { programId })).toEqual({
    version: 2,
    settings,
    programName: 'First steps',
  });
  expect((await stage.know(mentee, 'program.open', { programId })).settings).toEqual(settings);
  const request = {
    programId,
    mentorId: all.mentor,
    start: { date: '2026-03-04', time: '14:00', zone: 'Asia/Tehran' },
    location: { kind: 'online' as const },
    note: null,
  };
  expect(await stage.give(mentee, 'booking.request', { ...request, minutes: 60 })).toEqual({
    ok: false,
    code: 'duration',
    allowed: [20],
  });
  const { booking } = await stage.do(mentee, 'booking.request', { ...request, minutes: 20 });
  // Monday 11:00 in Helsinki: the hour is counted from Tuesday 10:00 on.
  expect(booking).toMatchObject({
    margins: { before: 0, after: 0 },
    offer: { respondBy: '2026-03-03T09:00:00.000Z', clock: settings.clock },
  });
});

test('D1 B2: settings that cannot be are refused as a whole, and the first at fault is named', async () => {
  const all = await company();
  await using stage = all.stage;
  const { programId, admin } = all;
  const never = { ...short, clock: { ...short.clock, closes: '10:00' } };
  expect(await change(all, admin, 1, never)).toEqual({
    ok: false,
    code: 'settings',
    field: 'clock.closes',
  });
  const { version, settings } = await stage.know(admin, 'program.settings', { programId });
  expect({ version, settings }).toEqual({ version: 1, settings: defaultSettings });
});

test('B5: of two managers who saw the same settings one changes them, the other is shown them', async () => {
  const all = await company();
  await using stage = all.stage;
  const { programId, admin } = all;
  const manager = await stage.person('Maria');
  await stage.join(admin, programId, manager, 'manager');
  const other = { ...defaultSettings, roomExtension: true };
  const answers = await Promise.all([change(all, manager, 1, short), change(all, admin, 1, other)]);
  const present = await stage.know(admin, 'program.settings', { programId });
  const won = answers.findIndex((answer) => answer.ok);
  expect(answers[1 - won]).toEqual({
    ok: false,
    code: 'stale-settings',
    version: 2,
    settings: won === 0 ? short : other,
  });
  expect(present).toMatchObject({ version: 2, settings: won === 0 ? short : other });
  for (const never of [0, 3, Number.MAX_SAFE_INTEGER])
    expect(await change(all, admin, never, other)).toMatchObject({
      code: 'stale-settings',
      version: 2,
    });
});

test('everyone who sees the program is told that it has changed; a refused change tells nobody', async () => {
  const all = await company();
  await using stage = all.stage;
  const told: { programId: string; personIds: string[] }[] = [];
  stage.directoryChanged = (changed) => void told.push(changed);
  await change(all, all.mentee, 1, short);
  await change(all, all.admin, 7, short);
  expect(told).toEqual([]);
  await change(all, all.admin, 1, short);
  expect(told).toHaveLength(1);
  expect(told[0]?.programId).toBe(all.programId);
  const seers = [all.admin, all.mentor, all.mentee];
  expect(told[0]?.personIds.toSorted()).toEqual(seers.toSorted());
});

/** Bookings in every state that has an instant ahead of it. */
async function bookingsOfEveryKind(all: Company): Promise<void> {
  const { stage, mentor, mentee } = all;
  await requested(all, '2026-03-04');
  const proposed = await requested(all, '2026-03-05');
  await stage.do(mentor, 'booking.propose', { bookingId: proposed, version: 1, minutes: 30 });
  const countered = await requested(all, '2026-03-06');
  await stage.do(mentor, 'booking.propose', { bookingId: countered, version: 1, minutes: 30 });
  await stage.do(mentee, 'booking.propose', { bookingId: countered, version: 2, minutes: 45 });
  await accepted(all, '2026-03-07');
  const moving = await accepted(all, '2026-03-08');
  await stage.do(mentee, 'booking.propose', { bookingId: moving, version: 1, minutes: 90 });
  const past = await accepted(all, '2026-03-02', '14:00');
  stage.pass({ hours: 1, minutes: 45 });
  await stage.do(mentor, 'booking.complete', { bookingId: past, minutes: 60 });
}

/** Everything that bookings have, and when something is due for them. */
async function kept({ stage: { db } }: Company): Promise<unknown> {
  const bookings = await db.selectFrom('booking').selectAll().orderBy('id').execute();
  const due = await db.selectFrom('wakeup').selectAll().orderBy('kind').orderBy('ref').execute();
  return { bookings, due };
}

test('D2 W1 R1: no change of settings moves a deadline, a clock, a margin or a window that is kept', async () => {
  const all = await company();
  await using stage = all.stage;
  await bookingsOfEveryKind(all);
  const before = await kept(all);
  let version = 1;
  await fc.assert(
    fc.asyncProperty(anySettings, async (settings) => {
      const answer = await change(all, all.admin, version, settings);
      expect(answer.ok).toBe(true);
      version += 1;
      expect(await kept(all)).toEqual(before);
      for (const who of [all.mentor, all.mentee])
        await stage.know(who, 'live.resume', { protocol: protocolVersion, after: null });
      expect(await kept(all)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

test('D2 D6 R3 W1: after a change each runs on as it began: answered, taken back, and run out', async () => {
  const all = await company();
  await using stage = all.stage;
  const { mentor } = all;
  const one = await requested(all, '2026-03-04');
  const other = await requested(all, '2026-03-05');
  const third = await requested(all, '2026-03-06');
  await stage.do(mentor, 'booking.propose', { bookingId: other, version: 1, minutes: 30 });
  await change(all, all.admin, 1, short);
  const { booking } = await stage.do(mentor, 'booking.accept', { bookingId: one, version: 1 });
  expect(booking).toMatchObject({ margins: { before: 30, after: 30 } });
  // Nothing of the mentee's clock has run: it ends where it would have, 12 hours from 11:00 on.
  const standing = await stage.do(mentor, 'booking.withdraw-proposal', {
    bookingId: other,
    version: 2,
  });
  expect(standing.booking).toMatchObject({
    state: 'pending',
    offer: { respondBy: '2026-03-03T05:00:00.000Z', clock: defaultSettings.clock },
  });
  const stateOf = async () =>
    (await stage.know(mentor, 'booking.open', { bookingId: third })).booking.state;
  stage.pass({ hours: 19, minutes: 59 });
  expect(await stateOf()).toBe('pending');
  stage.pass({ minutes: 1 });
  expect(await stateOf()).toBe('expired');
});
