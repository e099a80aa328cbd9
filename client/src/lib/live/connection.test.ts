import { beforeEach, expect, test, vi } from 'vitest';
import { Connection } from './connection.svelte.ts';
import { FakeWire } from './fake-wire.ts';

let line: FakeWire;
let connection: Connection;
let browser: EventTarget;

beforeEach(async () => {
  vi.useFakeTimers();
  browser = new EventTarget();
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  line = new FakeWire();
  connection = new Connection(
    line.wire,
    async () => (await connection.ask('program.list', {})).ok,
    () => undefined,
    () => undefined,
  );
  line.connect();
  await vi.waitUntil(() => connection.state === 'online');
});

/** What the browser says when it has lost its network, or merely the internet. */
function goOffline(): void {
  vi.stubGlobal('navigator', { onLine: false });
  browser.dispatchEvent(new Event('offline'));
}

/** Longer than any doubt lasts. */
const wait = () => vi.advanceTimersByTimeAsync(9_000);
const cancel = () => connection.give('booking.cancel', { bookingId: 'b', reason: null });
const cancels = () => line.calls.filter(({ name }) => name === 'booking.cancel');

test('B5: without a network the line is lost soon, and what was begun is done once when it is back', async () => {
  line.silence();
  goOffline();
  const answer = cancel();
  await wait();
  expect(connection.state).toBe('offline');
  expect(cancels()).toHaveLength(1);
  line.connect();
  await expect(answer).resolves.toMatchObject({ ok: true });
  expect(connection.state).toBe('online');
  expect(cancels().map(({ commandId }) => commandId)).toEqual([
    cancels()[0]?.commandId,
    cancels()[0]?.commandId,
  ]);
});

test('B5: a call to which nothing comes back loses the line though no event tells of it', async () => {
  line.silence();
  const answer = cancel();
  await wait();
  expect(connection.state).toBe('reconnecting');
  line.connect();
  await expect(answer).resolves.toMatchObject({ ok: true });
});

test('a line that works without the internet is asked, and kept', async () => {
  const believing = vi.fn<() => void>();
  browser.addEventListener('offline', believing);
  const cut = vi.spyOn(line, 'break');
  line.calls.length = 0;
  goOffline();
  await wait();
  expect(line.calls.map(({ name }) => name)).toEqual(['program.list']);
  expect(cut).not.toHaveBeenCalled();
  expect(believing).not.toHaveBeenCalled();
  expect(connection.state).toBe('online');
});

test('a line over which other things come is kept, however slow one answer is', async () => {
  const cut = vi.spyOn(line, 'break');
  line.silence();
  const answer = cancel();
  await vi.advanceTimersByTimeAsync(6_000);
  line.emitted('clock', 1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(cut).not.toHaveBeenCalled();
  line.tire();
  await expect(answer).resolves.toMatchObject({ ok: true });
});

test('of many calls without an answer one asks whether the line is there', async () => {
  line.silence();
  const answers = Promise.all([cancel(), cancel(), cancel()]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(line.calls.filter(({ name }) => name === 'program.list')).toHaveLength(2);
  line.emitted('clock', 1);
  line.tire();
  await expect(answers).resolves.toHaveLength(3);
});

test('a line that came back by itself meanwhile is not cut for what the one before did not say', async () => {
  line.silence();
  goOffline();
  line.break();
  line.connect();
  const cut = vi.spyOn(line, 'break');
  await wait();
  expect(cut).not.toHaveBeenCalled();
});
