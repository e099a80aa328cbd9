import { expect, test, vi } from 'vitest';
import { transact } from '../../src/command/transact.ts';
import { mostAttempts } from '../../src/outbox/backoff.ts';
import { keepTidy } from '../../src/wakeup/tidy.ts';
import { company, requested, requestFor, type Company } from '../stage/company.ts';
import { looksInVain } from '../stage/looked-in-vain.ts';
import { freePort } from '../neighbours/free-port.ts';
import { MailServer, readBy, type Mood } from './mail-server.ts';
import { allGone, letters, openOffice } from './post-office.ts';

vi.setConfig({ testTimeout: 60_000 });

/** People, a real mail server in this mood, and as many senders as are opened. */
async function scene(mood: Mood = 'takes') {
  await using owned = new AsyncDisposableStack();
  const all = await company();
  const stage = owned.use(all.stage);
  const server = owned.use(new MailServer());
  server.mood = mood;
  await server.up();
  const everything = owned.move();
  return {
    all,
    stage,
    server,
    open: (url: string) => everything.use(openOffice(stage, url)),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}

const untilTried = (outcomes: string[], times: number) =>
  vi.waitFor(
    () => {
      expect(outcomes.length).toBeGreaterThanOrEqual(times);
    },
    { timeout: 20_000 },
  );

test('N1: a request is mailed to the mentor once, and to nobody else', async () => {
  await using place = await scene();
  const { all, stage, server } = place;
  const office = place.open(server.url);
  await requested(all);
  await allGone(stage);
  expect(server.taken.map(({ to }) => to)).toEqual([['aino@example.org']]);
  expect(await letters(stage)).toEqual({ sent: 1 });
  expect(office.outcomes).toEqual(['sent']);
});

test('a command never waits for the mail server', async () => {
  await using place = await scene('dawdles');
  const { all, stage, server } = place;
  place.open(server.url);
  await requested(all);
  await vi.waitUntil(() => server.begun === 1, 20_000);
  await requested(all, '2026-03-05');
  expect(server.taken).toEqual([]);
  server.goOn();
  await allGone(stage);
  expect(server.taken).toHaveLength(2);
});

test('a mail server that is down loses nothing; once it is back, everything comes, once', async () => {
  await using place = await scene();
  const { all, stage, server } = place;
  await server.down();
  const office = place.open(server.url);
  await requested(all);
  const { booking } = await stage.do(all.mentee, 'booking.request', requestFor(all, '2026-03-05'));
  await stage.do(all.mentee, 'booking.withdraw', { bookingId: booking.id });
  await untilTried(office.outcomes, 1);
  expect(await letters(stage)).toEqual({ waiting: 3 });
  // Told once, with the mend, however often it is tried.
  expect(office.said.filter((line) => line.includes('SMTP_URL'))).toHaveLength(1);
  await server.up();
  stage.pass({ minutes: 10 });
  await allGone(stage);
  expect(server.taken).toHaveLength(3);
  const ids = readBy(server, 'aino@example.org').map(({ headers }) => headers.get('message-id'));
  expect(new Set(ids).size).toBe(3);
  expect(office.said.at(-1)).toBe('The mail server answers again');
});

test('no for now: tried again later, under the same Message-ID', async () => {
  await using place = await scene('not-now');
  const { all, stage, server } = place;
  const office = place.open(server.url);
  await requested(all);
  const look = () => stage.db.selectFrom('outbox').selectAll().executeTakeFirst();
  await vi.waitUntil(async () => (await look())?.fault, 20_000);
  expect(office.outcomes).toEqual(['later']);
  const row = await look();
  expect(row).toMatchObject({ state: 'waiting', attempts: 1 });
  expect(row?.fault).toContain('451');
  expect(row?.fault).not.toContain('@');
  server.mood = 'takes';
  // Not before its turn.
  await looksInVain(stage, office.sender);
  expect(server.taken).toEqual([]);
  stage.pass({ minutes: 1 });
  await allGone(stage);
  const [letter] = readBy(server, 'aino@example.org');
  expect(letter?.headers.get('message-id')).toBe(`<${row?.id ?? ''}@example.org>`);
});

test('no for now, again and again: given up in the end, and said with the mend', async () => {
  await using place = await scene('not-now');
  const { all, stage, server } = place;
  const office = place.open(server.url);
  await requested(all);
  for (let tries = 1; tries <= mostAttempts; tries++) {
    await untilTried(office.outcomes, tries);
    stage.pass({ hours: 7 });
    office.sender.wake();
  }
  await allGone(stage);
  expect(await letters(stage)).toEqual({ dead: 1 });
  expect(office.outcomes).toEqual([...Array<string>(mostAttempts - 1).fill('later'), 'dead']);
  expect(office.said.some((line) => line.includes('See the admin page'))).toBe(true);
});

for (const mood of ['never', 'refuses-address'] as const)
  test(`a no for good (${mood}) is given up at once; an admin sees it, and sends it again`, async () => {
    await using place = await scene(mood);
    const { all, stage, server } = place;
    place.open(server.url);
    await requested(all);
    await allGone(stage);
    const { dead, waiting } = await stage.know(all.admin, 'admin.mail', {});
    expect(waiting).toBe(0);
    expect(dead).toMatchObject([{ name: 'Aino', kind: 'requested', attempts: 1 }]);
    server.mood = 'takes';
    await stage.do(all.admin, 'admin.retry-mail', { letterId: dead[0]?.id ?? '' });
    await allGone(stage);
    expect(server.taken).toHaveLength(1);
    expect((await stage.know(all.admin, 'admin.mail', {})).dead).toEqual([]);
  });

test('a mail server that dies in the middle of a letter gets it again', async () => {
  await using place = await scene('dies-in-data');
  const { all, stage, server } = place;
  const office = place.open(server.url);
  await requested(all);
  await untilTried(office.outcomes, 1);
  expect(server.taken).toEqual([]);
  server.mood = 'takes';
  stage.pass({ minutes: 6 });
  await allGone(stage);
  expect(server.taken).toHaveLength(1);
});

test('one letter that cannot go holds up no other', async () => {
  await using place = await scene('refuses-address');
  const { all, stage, server } = place;
  place.open(server.url);
  const bookingId = await requested(all);
  await allGone(stage);
  server.mood = 'takes';
  await stage.do(all.mentor, 'booking.decline', { bookingId, reason: null });
  await allGone(stage);
  expect(await letters(stage)).toEqual({ dead: 1, sent: 1 });
});

test('a sender that ended with a letter under way leaves it to the next one, once its lease is over', async () => {
  await using place = await scene();
  const { all, stage, server } = place;
  await requested(all);
  const { store } = stage.core.ledger;
  const { claim } = await import('../../src/outbox/outbox.ts');
  // Taken by somebody who is never heard of again.
  expect(await store.write((tx) => claim(tx, 'mail', [], stage.now))).not.toBeNull();
  const office = place.open(server.url);
  await looksInVain(stage, office.sender);
  expect(server.taken).toEqual([]);
  stage.pass({ minutes: 5 });
  office.sender.wake();
  await allGone(stage);
  expect(server.taken).toHaveLength(1);
});

test('two senders on one outbox send nothing twice', async () => {
  await using place = await scene();
  const { all, stage, server } = place;
  await many(all, 30);
  place.open(server.url);
  place.open(server.url);
  await allGone(stage);
  const ids = readBy(server, 'aino@example.org').map(({ headers }) => headers.get('message-id'));
  expect(ids).toHaveLength(60);
  expect(new Set(ids).size).toBe(60);
});

async function many(all: Company, pairs: number): Promise<void> {
  const { stage } = all;
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
  for (let n = 0; n < pairs; n++) {
    const { booking } = await stage.do(all.mentee, 'booking.request', requestFor(all));
    await stage.do(all.mentee, 'booking.withdraw', { bookingId: booking.id });
  }
}

test('an address at which nobody answers stops nothing else', async () => {
  await using place = await scene();
  const { all, stage } = place;
  const office = place.open(`smtp://127.0.0.1:${String(await freePort())}`);
  await requested(all);
  await untilTried(office.outcomes, 1);
  expect(office.outcomes[0]).toBe('away');
  expect(stage.failures).toEqual([]);
});

test('what was sent is kept for 30 days; what waits or was given up, until it is seen to', async () => {
  await using place = await scene();
  const { all, stage, server } = place;
  place.open(server.url);
  const bookingId = await requested(all);
  await allGone(stage);
  server.mood = 'never';
  await stage.do(all.mentor, 'booking.decline', { bookingId, reason: null });
  await allGone(stage);
  stage.pass({ hours: 29 * 24 });
  await transact(stage.core.ledger, stage.now, keepTidy);
  expect(await letters(stage)).toEqual({ sent: 1, dead: 1 });
  stage.pass({ hours: 25 });
  await transact(stage.core.ledger, stage.now, keepTidy);
  expect(await letters(stage)).toEqual({ dead: 1 });
});
