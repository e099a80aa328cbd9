import { expect, test, vi } from 'vitest';
import { Temporal } from '@confab/shared';
import { transact } from '../../src/command/transact.ts';
import { accepted, company, requested, type Company } from '../stage/company.ts';
import { MailServer, readBy } from './mail-server.ts';
import { allGone, letters, openOffice } from './post-office.ts';

vi.setConfig({ testTimeout: 60_000 });

const mentor = 'aino@example.org';
const mentee = 'farid@example.org';

async function scene() {
  await using owned = new AsyncDisposableStack();
  const all = await company();
  const stage = owned.use(all.stage);
  const server = owned.use(new MailServer());
  await server.up();
  let office = openOffice(stage, server.url);
  owned.defer(() => office[Symbol.asyncDispose]());
  const everything = owned.move();
  return {
    all,
    stage,
    server,
    /** Letters wait from now on. */
    shut: () => office[Symbol.asyncDispose](),
    opens: () => {
      office = openOffice(stage, server.url);
    },
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}

/** The wake-up of this kind comes. */
async function wake({ stage }: Company, kind: 'day-before' | 'answer-soon', ref: string) {
  await transact(stage.core.ledger, stage.now, (context) => stage.core.wakeups[kind](context, ref));
}

/** The letters to somebody of which the subject begins so. */
const beginningTo = (server: MailServer, address: string, subject: string) =>
  readBy(server, address).filter(({ headers }) => headers.get('subject')?.startsWith(subject));

test('N2: a reminder asks again when it is sent, not when it was made', async () => {
  await using all = await scene();
  const bookingId = await accepted(all.all);
  await allGone(all.stage);
  await all.shut();
  all.stage.now = Temporal.Instant.from('2026-03-03T10:30:00Z');
  await wake(all.all, 'day-before', bookingId);
  await all.stage.do(all.all.mentee, 'booking.cancel', { bookingId, reason: null });
  all.opens();
  all.stage.pass({ minutes: 10 });
  await allGone(all.stage);
  const subjects = readBy(all.server, mentor).map(({ headers }) => headers.get('subject'));
  expect(subjects.some((one) => one?.startsWith('You meet'))).toBe(false);
  expect(await letters(all.stage)).toMatchObject({ dropped: 2 });
});

test('N2: a reminder that waited while its session moved does not come with the old hour', async () => {
  await using all = await scene();
  const { stage } = all;
  const bookingId = await accepted(all.all);
  await allGone(stage);
  await all.shut();
  stage.now = Temporal.Instant.from('2026-03-03T10:31:00Z');
  await wake(all.all, 'day-before', bookingId);
  const start = { date: '2026-03-04', time: '15:30', zone: 'Europe/Helsinki' };
  await stage.do(all.all.mentor, 'booking.propose', { bookingId, version: 1, start });
  await stage.do(all.all.mentee, 'booking.accept', { bookingId, version: 2 });
  stage.now = Temporal.Instant.from('2026-03-03T13:31:00Z');
  await wake(all.all, 'day-before', bookingId);
  all.opens();
  stage.pass({ minutes: 10 });
  await allGone(stage);
  for (const [address, when] of [
    [mentor, '15:30–16:30 (Helsinki)'],
    [mentee, '17:00–18:00 (Tehran)'],
  ] as const) {
    const reminders = beginningTo(all.server, address, 'You meet');
    expect(reminders.map(({ headers }) => headers.get('subject'))).toEqual([
      expect.stringContaining(when),
    ]);
    expect(reminders[0]?.text).not.toMatch(/12:30|14:00/);
  }
});

test('N2 R2: a reminder tells the agreed hour while another is only proposed', async () => {
  await using all = await scene();
  const { stage } = all;
  const bookingId = await accepted(all.all);
  const start = { date: '2026-03-06', time: '09:00', zone: 'Europe/Helsinki' };
  stage.now = Temporal.Instant.from('2026-03-03T10:00:00Z');
  await stage.do(all.all.mentor, 'booking.propose', { bookingId, version: 1, start });
  stage.now = Temporal.Instant.from('2026-03-03T10:31:00Z');
  await wake(all.all, 'day-before', bookingId);
  await allGone(stage);
  const [reminder] = beginningTo(all.server, mentor, 'You meet');
  expect(reminder?.headers.get('subject')).toContain(
    'Wednesday 4 March 2026, 12:30–13:30 (Helsinki)',
  );
  expect(reminder?.text).not.toContain('09:00');
});

test('N2: a reminder that waited says where one meets by now', async () => {
  await using all = await scene();
  const { stage } = all;
  const bookingId = await accepted(all.all);
  await allGone(stage);
  await all.shut();
  stage.now = Temporal.Instant.from('2026-03-03T10:31:00Z');
  await wake(all.all, 'day-before', bookingId);
  const location = { kind: 'in-person', place: 'The library' } as const;
  await stage.do(all.all.mentor, 'booking.propose', { bookingId, version: 1, location });
  await stage.do(all.all.mentee, 'booking.accept', { bookingId, version: 2 });
  all.opens();
  stage.pass({ minutes: 10 });
  await allGone(stage);
  expect(beginningTo(all.server, mentor, 'You meet').map(({ text }) => text)).toEqual([
    expect.stringContaining('The library'),
  ]);
});

test('N2 R3: whoever has answered meanwhile is not mailed that their time runs out', async () => {
  await using all = await scene();
  const { stage } = all;
  const bookingId = await requested(all.all);
  await allGone(stage);
  await all.shut();
  stage.now = Temporal.Instant.from('2026-03-02T19:01:00Z');
  await wake(all.all, 'answer-soon', bookingId);
  // The same hour, and shorter.
  await stage.do(all.all.mentor, 'booking.propose', { bookingId, version: 1, minutes: 30 });
  all.opens();
  stage.now = Temporal.Instant.from('2026-03-03T12:31:00Z');
  await wake(all.all, 'answer-soon', bookingId);
  await allGone(stage);
  expect(beginningTo(all.server, mentor, 'Your time to answer')).toEqual([]);
  expect(beginningTo(all.server, mentee, 'Your time to answer')).toHaveLength(1);
});
