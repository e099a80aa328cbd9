import { expect, test } from 'vitest';
import { defaultSettings } from '@confab/shared';
import type { AuditTopic } from '@confab/shared/protocol';
import { contested, during, everyone, type Everyone } from './authorisation/people.ts';
import { passTo, settle } from './stage/cases.ts';
import { accepted } from './stage/company.ts';
import { snapshotFor } from './stage/snapshots.ts';

interface Wanted {
  about?: AuditTopic;
  name?: string;
  before?: string | null;
}

const logFor = (
  { stage, programId }: Everyone,
  who: string,
  { about = 'everything', name = '', before = null }: Wanted = {},
) => stage.know(who, 'program.audit', { programId, about, name, before });

/** Who is in the program was brought there by the admin: what was done since. */
const since = async (all: Everyone, count: number, who = all.manager) =>
  (await logFor(all, who)).entries.slice(0, count);

test('F4: settled, and settled anew: both are told, and the log says who, from what to what, and why', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { programId, manager, mentor: mentorId, mentee: menteeId } = all;
  const { bookingId } = await contested(all);
  await stage.do(manager, 'booking.settle', await settle(all, bookingId));
  stage.pass({ hours: 24 * 40 });
  const anew = { ...(await settle(all, bookingId, 'They had left')), outcome: missed };
  await stage.do(manager, 'booking.settle', anew);
  const session = {
    deed: 'settled',
    actorId: manager,
    bookingId,
    mentorId,
    menteeId,
    startsAt: '2026-03-02T10:30:00.000Z',
  };
  const half = { bySide: 'manager', outcome: { kind: 'completed', minutes: 30 } };
  expect(await since(all, 2)).toEqual([
    {
      id: expect.any(String) as string,
      at: stage.now.toString({ fractionalSecondDigits: 3 }),
      ...session,
      before: half,
      contested: false,
      after: { bySide: 'manager', outcome: missed },
      reason: 'They had left',
    },
    {
      id: expect.any(String) as string,
      at: '2026-03-02T10:50:00.000Z',
      ...session,
      before: { bySide: 'mentor', outcome: { kind: 'completed', minutes: 60 } },
      contested: true,
      after: half,
      reason: 'Both agree',
    },
  ]);
  for (const who of [mentorId, menteeId]) {
    const { notices, bookings } = await snapshotFor(stage, who);
    expect(notices.latest.filter(({ kind }) => kind === 'settled')).toHaveLength(2);
    expect(bookings[0]?.booking).toMatchObject({ state: 'no-show', reason: 'They had left' });
  }
  const seen = await stage.know(manager, 'program.case', { programId, bookingId });
  expect(seen.case).toMatchObject({ kind: null, openedAt: null, settleFrom: null });
  expect(seen.settlements).toEqual(await since(all, 2));
  expect(seen.people.map(({ name }) => name).toSorted()).toEqual(['Aino', 'Farid', 'Maria']);
});

const missed = { kind: 'no-show', of: 'mentee' } as const;

test('B5 F4: of two managers who saw the same case one settles it, and the other is told to look again', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await contested(all);
  const seen = await settle(all, bookingId);
  await stage.do(all.manager, 'booking.settle', seen);
  const other = { ...seen, outcome: missed };
  expect(await stage.give(all.manager, 'booking.settle', other)).toEqual({
    ok: false,
    code: 'stale-case',
  });
  expect((await logFor(all, all.manager, { about: 'sessions' })).entries).toHaveLength(1);
});

test('F4: a mark that nobody contested is found by its people, and settled once nobody can undo it', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { programId, manager } = all;
  const { bookingId } = await during(all);
  await stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 60 });
  const look = (name: string) =>
    stage.know(manager, 'program.marked', { programId, name, before: null });
  const marked = await look('');
  expect(marked).toMatchObject({
    programName: 'First steps',
    next: null,
    sessions: [
      {
        bookingId,
        startsAt: '2026-03-02T10:30:00.000Z',
        mark: { bySide: 'mentor', outcome: { kind: 'completed', minutes: 60 } },
        contested: false,
      },
    ],
  });
  expect(await look('FÁRID')).toEqual(marked);
  expect((await look('aino')).sessions).toHaveLength(1);
  expect((await look('Maria')).sessions).toEqual([]);
  const opened = await stage.know(manager, 'program.case', { programId, bookingId });
  expect(opened.case).toMatchObject({ kind: null, settleFrom: '2026-03-02T12:00:00.000Z' });
  expect(await stage.give(manager, 'booking.settle', await settle(all, bookingId))).toMatchObject({
    code: 'too-early',
  });
  await passTo(all, 24 * 8);
  await stage.do(manager, 'booking.settle', await settle(all, bookingId, 'A slip of the hand'));
  const [view] = (await snapshotFor(stage, all.mentee)).bookings;
  expect(view?.booking).toMatchObject({ actualMinutes: 30, reason: 'A slip of the hand' });
});

test('F4: marked sessions come in pages, the latest start first', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { programId, manager } = all;
  const ids: string[] = [];
  for (let day = 2; day < 24; day++)
    ids.push(await accepted(all, `2026-03-${String(day).padStart(2, '0')}`, '14:00'));
  await passTo(all, 24 * 30);
  for (const bookingId of ids)
    await stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 60 });
  const ask = (before: { startsAt: string; id: string } | null) =>
    stage.know(manager, 'program.marked', { programId, name: '', before });
  const first = await ask(null);
  const rest = await ask(first.next);
  expect([...first.sessions, ...rest.sessions].map((one) => one.bookingId)).toEqual(
    ids.toReversed(),
  );
  expect(rest.next).toBeNull();
});

test('F4: of a session a manager sees nothing that is not marked, and nothing of another program', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { programId, manager } = all;
  const { bookingId } = await during(all);
  const look = (asked: { programId: string; bookingId: string }) =>
    stage.ask(manager, 'program.case', asked);
  expect(await look({ programId, bookingId })).toMatchObject({ code: 'not-found' });
  await passTo(all, 30);
  expect(await look({ programId, bookingId })).toMatchObject({
    ok: true,
    value: { case: { kind: 'forgotten', mark: null } },
  });
  const another = { name: 'Another', purpose: '' };
  const { programId: other } = await stage.do(all.admin, 'admin.create-program', another);
  await stage.join(all.admin, other, manager, 'manager');
  expect(await look({ programId: other, bookingId })).toMatchObject({ code: 'not-found' });
});

test('F4: what admins decide of members, links and settings is in the log, for them, too', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { programId, admin, manager, mentor: personId } = all;
  const { bookingId } = await contested(all);
  await stage.do(manager, 'booking.settle', await settle(all, bookingId));
  await stage.do(admin, 'admin.suspend', { programId, personId });
  await stage.do(admin, 'admin.reinstate', { programId, personId });
  const settings = { ...defaultSettings, minimumNotice: 60 };
  await stage.do(manager, 'program.change-settings', { programId, version: 1, settings });
  await stage.do(admin, 'admin.invite', { programId, role: 'mentor', token: 'ab'.repeat(32) });
  const deeds = async (who: string, wanted: Wanted = {}) =>
    (await logFor(all, who, wanted)).entries.map(({ deed }) => deed);
  const five = ['invited', 'settings-changed', 'reinstated', 'suspended', 'settled'];
  const inOrder = (kinds: string[]) => kinds.toSorted();
  expect(inOrder((await deeds(manager)).slice(0, 5))).toEqual(inOrder(five));
  expect(await logFor(all, manager)).toMatchObject({ shown: 'all', programName: 'First steps' });
  expect(await logFor(all, admin)).toMatchObject({ shown: 'decided-by-admins' });
  expect(await deeds(admin)).not.toContain('settled');
  expect(await deeds(admin, { about: 'sessions' })).toEqual([]);
  expect(await deeds(manager, { about: 'sessions' })).toEqual(['settled']);
  expect(await deeds(manager, { about: 'settings' })).toEqual(['settings-changed']);
  expect(new Set(await deeds(manager, { about: 'invitations' }))).toEqual(new Set(['invited']));
  expect(inOrder(await deeds(manager, { name: 'aino', about: 'members' }))).toEqual(
    inOrder(['suspended', 'reinstated', 'approved']),
  );
  expect(await deeds(manager, { name: 'Farid' })).toEqual(['settled']);
  expect(await deeds(manager, { name: 'Nobody at all' })).toEqual([]);
  const [changed] = (await logFor(all, manager, { about: 'settings' })).entries;
  expect(changed).toMatchObject({ actorId: manager, before: defaultSettings, after: settings });
});

test('F4: the log comes in pages, each entry once, and is told of as it grows', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { programId, admin, manager } = all;
  const { seq } = await snapshotFor(stage, manager);
  for (let n = 0; n < 25; n++) await stage.invite(admin, programId, 'mentee');
  expect((await stage.events(manager, seq)).length).toBeGreaterThanOrEqual(25);
  const invitations = { about: 'invitations' } as const;
  const ids: string[] = [];
  let before: string | null = null;
  let more = true;
  while (more) {
    const page: Awaited<ReturnType<typeof logFor>> = await logFor(all, manager, {
      ...invitations,
      before,
    });
    ids.push(...page.entries.map(({ id }) => id));
    before = ids.at(-1) ?? null;
    more = page.more;
  }
  expect(ids.length).toBeGreaterThanOrEqual(25);
  expect(new Set(ids).size).toBe(ids.length);
  const lost = { programId, about: 'everything', name: '', before: programId } as const;
  expect(await stage.ask(manager, 'program.audit', lost)).toMatchObject({ code: 'not-found' });
  const none = { ...lost, programId: admin, before: null };
  expect(await stage.ask(admin, 'program.audit', none)).toMatchObject({ code: 'not-found' });
});

test('P1: who settled a session of their own is not told to one who manages the program since', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { programId, manager, mentee } = all;
  const { bookingId } = await contested(all);
  await stage.do(manager, 'booking.settle', await settle(all, bookingId));
  // No command makes a manager of a member; whoever keeps the store may.
  await stage.db
    .updateTable('membership')
    .set({ role: 'manager' })
    .where('person_id', '=', mentee)
    .execute();
  expect((await logFor(all, mentee, { about: 'sessions' })).entries).toEqual([]);
  const seen = await stage.know(mentee, 'program.case', { programId, bookingId });
  expect(seen.settlements).toEqual([]);
  expect(JSON.stringify(seen)).not.toContain(manager);
});
