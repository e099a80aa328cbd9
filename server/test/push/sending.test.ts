import { expect, test, vi } from 'vitest';
import { keepTidy } from '../../src/wakeup/tidy.ts';
import { transact } from '../../src/command/transact.ts';
import { company, requested, requestFor } from '../stage/company.ts';
import { looksInVain } from '../stage/looked-in-vain.ts';
import type { Stage } from '../stage/stage.ts';
import { Browser } from './browser.ts';
import { openPushOffice, pushesOf, sentAndNotNoted } from './push-office.ts';
import { PushService } from './push-service.ts';

/** A mentor with devices at real push services, and as many senders as are opened. */
async function scene() {
  await using owned = new AsyncDisposableStack();
  const all = await company();
  const stage = owned.use(all.stage);
  const service = owned.use(new PushService());
  const other = owned.use(new PushService());
  for (const one of [service, other]) {
    await one.up();
    stage.pushServices.push(one.host);
  }
  const device = async (at: PushService, name: string) => {
    const browser = new Browser(at, name);
    await stage.do(all.mentor, 'push.subscribe', browser.subscription);
    return browser;
  };
  const everything = owned.move();
  return {
    all,
    stage,
    service,
    other,
    device,
    open: async () => everything.use(await openPushOffice(stage)),
    devices: async () => (await stage.know(all.mentor, 'push.open', {})).devices.length,
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}

/** Waits until this many pushes have ended one way or the other, for now or for good, and that is kept. */
const untilNoted = (stage: Stage, times: number) =>
  vi.waitFor(async () => {
    const rows = await stage.db.selectFrom('outbox').select(['state', 'fault']).execute();
    const noted = rows.filter(({ state, fault }) => state !== 'waiting' || fault !== null);
    expect(noted).toHaveLength(times);
  }, 10_000);

for (const gone of [404, 410])
  test(`${String(gone)}: nobody listens there any more: the device is forgotten`, async () => {
    await using place = await scene();
    const { all, service, device, open, devices } = place;
    await device(service, 'old');
    await device(service, 'new');
    service.moods.set('old', gone);
    const office = await open();
    await requested(all);
    await office.allGone();
    expect(await devices()).toBe(1);
    expect(service.taken).toHaveLength(1);
  });

test('a service that is away holds up no other, loses nothing, and is told of once with the mend', async () => {
  await using place = await scene();
  const { all, stage, service, other, device, open } = place;
  const phone = await device(service, 'phone');
  const laptop = await device(other, 'laptop');
  await service.down();
  const office = await open();
  const bookingId = await requested(all);
  stage.pass({ seconds: 6 });
  office.wake();
  await vi.waitFor(() => {
    expect(laptop.shown).toHaveLength(1);
    expect(office.said).toEqual([expect.stringContaining('PUSH=off')]);
  }, 10_000);
  await service.up();
  // Once its rest is over.
  stage.pass({ minutes: 6 });
  await vi.waitFor(
    () => {
      office.wake();
      expect(phone.shown.map(({ about }) => about)).toEqual([bookingId]);
    },
    { timeout: 15_000, interval: 200 },
  );
  await vi.waitFor(() => {
    expect(office.said.at(-1)).toBe('The push service answers again');
  }, 10_000);
  expect(laptop.shown).toHaveLength(1);
});

test('asked too often: this one later, as long after as the service asks, others at once', async () => {
  await using place = await scene();
  const { all, stage, service, device, open } = place;
  const phone = await device(service, 'phone');
  await device(service, 'laptop');
  service.moods.set('phone', 429);
  service.retryAfter = '900';
  const office = await open();
  await requested(all);
  stage.pass({ seconds: 6 });
  office.wake();
  await untilNoted(stage, 2);
  service.moods.clear();
  stage.pass({ minutes: 14 });
  await looksInVain(stage, office);
  expect(phone.shown).toEqual([]);
  stage.pass({ minutes: 2 });
  await office.allGone();
  expect(phone.shown).toHaveLength(1);
});

test('refused for good, or sent elsewhere: given up at once, followed nowhere, forgotten after 30 days', async () => {
  await using place = await scene();
  const { all, stage, service, device, open, devices } = place;
  const office = await open();
  await device(service, 'phone');
  for (const [index, status] of [400, 403, 413, 301, 307].entries()) {
    service.mood = status;
    const day = `2026-03-1${String(index)}`;
    if (index === 0) await requested(all, day);
    else await stage.do(all.mentee, 'booking.request', requestFor(all, day));
    await office.allGone();
    expect(service.asked).toBe(index + 1);
  }
  expect(await pushesOf(stage)).toEqual({ dead: 5 });
  expect(office.said.every((line) => line.includes('ORIGIN'))).toBe(true);
  expect(await devices()).toBe(1);
  stage.pass({ hours: 31 * 24 });
  await transact(stage.core.ledger, stage.now, keepTidy);
  expect(await pushesOf(stage)).toEqual({});
});

test('an answer without end is not read', async () => {
  await using place = await scene();
  const { all, service, device, open } = place;
  await device(service, 'phone');
  service.mood = 'pours';
  const office = await open();
  await requested(all);
  await office.allGone();
  expect(service.taken).toHaveLength(1);
});

test('a sender that died between a push and its note of it: once more, under the same name, and never again', async () => {
  await using place = await scene();
  const { all, stage, service, device, open } = place;
  const phone = await device(service, 'phone');
  await requested(all);
  stage.pass({ seconds: 6 });
  const lost = await sentAndNotNoted(stage);
  expect(phone.shown.map(({ id }) => id)).toEqual([lost]);
  const office = await open();
  await looksInVain(stage, office);
  expect(service.taken).toHaveLength(1);
  stage.pass({ minutes: 5 });
  await office.allGone();
  stage.pass({ minutes: 10 });
  await office.allGone();
  expect(phone.shown.map(({ id }) => id)).toEqual([lost, lost]);
  expect(new Set(service.taken.map(({ headers }) => headers['topic'])).size).toBe(1);
});

test('two senders on one outbox push nothing twice', async () => {
  await using place = await scene();
  const { all, stage, service, device, open } = place;
  const phone = await device(service, 'phone');
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
  for (let n = 0; n < 20; n++)
    await stage.do(all.mentee, 'booking.request', requestFor(all, `2026-04-${String(n + 10)}`));
  const [one, two] = [await open(), await open()];
  await Promise.all([one.allGone(), two.allGone()]);
  const ids = phone.shown.map(({ id }) => id);
  expect(ids).toHaveLength(20);
  expect(new Set(ids).size).toBe(20);
  expect(stage.failures).toEqual([]);
});
