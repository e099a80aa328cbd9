import { protocolVersion, type FeedEvent, type Me, type Snapshot } from '@confab/shared/protocol';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeWire } from './fake-wire.ts';
import { Live } from './live.svelte.ts';

const me: Me = {
  id: 'me',
  name: 'Farid',
  portrait: null,
  zone: 'Asia/Kolkata',
  email: 'farid@example.org',
  tongue: 'en',
  admin: false,
  headline: '',
  about: '',
  languages: [],
  subjects: [],
  memberships: [],
  openCases: {},
};
const snapshot = (seq: number, name = 'Farid'): Snapshot => ({
  seq,
  me: { ...me, name },
  people: {},
  conversations: [],
  bookings: [],
  notices: { readUpTo: 0, lastNo: 0, latest: [] },
});
const renamed = (seq: number, name: string): FeedEvent => ({
  seq,
  people: [],
  kind: 'me',
  me: { ...me, name },
});

/** Milliseconds. */
const patience = 10_000;

let store: Record<string, string>;
let line: FakeWire;
let live: Live;
let signedIn: boolean;

beforeEach(() => {
  store = {};
  signedIn = true;
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal(
    'localStorage',
    new Proxy(store, {
      get: (target, key) => {
        if (key === 'getItem') return (name: string) => target[name] ?? null;
        if (key === 'setItem') return (name: string, text: string) => (target[name] = text);
        if (key === 'removeItem') return (name: string) => delete target[name];
        return undefined;
      },
    }),
  );
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      Response.json({ signedIn, demo: null, setup: false, insecure: false, mediaHere: true }),
    ),
  );
  line = new FakeWire();
  line.answer = (name) =>
    name === 'live.resume'
      ? { ok: true, value: { now: 1_000_000, directories: {}, snapshot: snapshot(5) } }
      : { ok: true, value: { id: 'x', seq: 1 } };
  live = new Live(line.wire);
});

const settled = () => vi.waitFor(() => expect(live.connection.state).toBe('online'), patience);
/** The next calls are refused so many times, then answered as before. */
function answering(code: 'too-many' | 'unavailable', times: number): void {
  const before = line.answer;
  let left = times;
  line.answer = (name, input) => {
    if (left === 0) return before(name, input);
    left -= 1;
    return code === 'too-many' ? { ok: false, code, retryAfterMs: 30 } : { ok: false, code };
  };
}
/** Whoever asks what they missed is told these from now on. */
function missed(...events: FeedEvent[]): void {
  const before = line.answer;
  line.answer = (name, input) =>
    name === 'live.resume'
      ? { ok: true, value: { now: 1, directories: {}, events, more: false } }
      : before(name, input);
}
const named = (name: string) => line.calls.filter((call) => call.name === name);

test('comes online with a snapshot and the server’s clock', async () => {
  await live.connection.open();
  await settled();
  expect(live.me?.name).toBe('Farid');
  expect(Math.abs(live.clock.milliseconds() - 1_000_000)).toBeLessThan(1_000);
  expect(named('live.resume').map((call) => call.input)).toEqual([
    { protocol: protocolVersion, after: null },
  ]);
});

test('applies only the next event, and leaves out what it has', async () => {
  await live.connection.open();
  await settled();
  line.emitted('feed', [renamed(5, 'old'), renamed(6, 'Six'), renamed(7, 'Seven')]);
  expect(live.me?.name).toBe('Seven');
  expect(live.snapshot?.seq).toBe(7);
});

test('what comes with an answer is there before the answer is', async () => {
  await live.connection.open();
  await settled();
  line.brought = () => [renamed(6, 'Six')];
  const given = live.give('person.update', { name: 'Six' });
  await given;
  expect(live.me?.name).toBe('Six');
  line.emitted('feed', [renamed(7, 'Seven')]);
  expect(live.me?.name).toBe('Seven');
  expect(named('live.resume')).toHaveLength(1);
});

test('what came with an answer that was too late is asked for', async () => {
  await live.connection.open();
  await settled();
  missed(renamed(6, 'Six'));
  line.silence();
  const given = live.give('person.update', { name: 'Six' });
  await vi.waitFor(() => expect(named('person.update')).toHaveLength(1));
  line.tire();
  await given;
  expect(live.me?.name).toBe('Six');
  const [first, again] = named('person.update');
  expect(again).toEqual(first);
  expect(named('live.resume').at(-1)?.input).toEqual({ protocol: protocolVersion, after: 5 });
});

test('asks for what is missing before that which comes with an answer', async () => {
  await live.connection.open();
  await settled();
  missed(renamed(6, 'Six'), renamed(7, 'Seven'));
  line.brought = () => [renamed(7, 'Seven')];
  await live.give('person.update', { name: 'Seven' });
  await vi.waitFor(() => expect(live.snapshot?.seq).toBe(7));
  expect(named('live.resume').at(-1)?.input).toEqual({ protocol: protocolVersion, after: 5 });
});

test('asks for what is missing instead of skipping it', async () => {
  await live.connection.open();
  await settled();
  missed(renamed(6, 'Six'), renamed(7, 'Seven'));
  line.emitted('feed', [renamed(7, 'Seven')]);
  await vi.waitFor(() => expect(live.snapshot?.seq).toBe(7), patience);
  expect(named('live.resume').at(-1)?.input).toEqual({ protocol: protocolVersion, after: 5 });
});

test('keeps events that arrive while it catches up', async () => {
  line.answer = () => {
    line.emitted('feed', [renamed(6, 'Six')]);
    return { ok: true, value: { now: 1, directories: {}, snapshot: snapshot(5) } };
  };
  await live.connection.open();
  await settled();
  expect(live.me?.name).toBe('Six');
});

test('gives a command again under the same id until it is answered', async () => {
  await live.connection.open();
  await settled();
  line.silence();
  const answer = live.give('booking.withdraw', { bookingId: 'b' });
  await vi.waitFor(() => expect(named('booking.withdraw')).toHaveLength(1), patience);
  line.break();
  expect(live.connection.state).not.toBe('online');
  line.connect();
  await expect(answer).resolves.toMatchObject({ ok: true });
  const [first, second] = named('booking.withdraw');
  expect(second?.commandId).toBe(first?.commandId);
});

test('a message written without a line is sent later, once, in order, and then forgotten', async () => {
  await live.connection.open();
  await settled();
  line.break();
  const first = live.outbox.write('aino', 'One');
  const second = live.outbox.write('aino', 'Two');
  expect(live.outbox.to('aino').map((message) => message.text)).toEqual(['One', 'Two']);
  expect(Object.keys(store)).toHaveLength(2);
  line.connect();
  await vi.waitFor(() => expect(Object.keys(store)).toHaveLength(0), patience);
  expect(named('chat.send').map((call) => call.commandId)).toEqual([first, second]);
});

test('a message kept from an earlier visit is sent under its own id', async () => {
  const kept = { id: 'kept', to: 'aino', text: 'Hello', writtenAt: 1 };
  store['confab.outbox.me.kept'] = JSON.stringify(kept);
  store['confab.outbox.other.kept'] = JSON.stringify({ ...kept, id: 'not mine' });
  await live.connection.open();
  await vi.waitFor(
    () => expect(Object.keys(store)).toEqual(['confab.outbox.other.kept']),
    patience,
  );
  expect(named('chat.send').map((call) => call.commandId)).toEqual(['kept']);
});

test('an acknowledged message stays in sight until the feed brings it', async () => {
  await live.connection.open();
  await settled();
  const id = live.outbox.write('aino', 'Hello');
  await vi.waitFor(() => expect(Object.keys(store)).toHaveLength(0), patience);
  expect(live.outbox.to('aino').map((message) => message.id)).toEqual([id]);
  const conversation = {
    with: 'aino',
    lastSeq: 1,
    unread: 0,
    readUpTo: 1,
    otherReadUpTo: 0,
    writable: true,
    gatePassed: true,
  };
  const sentAt = '2026-11-24T10:00:00.000Z';
  const message = { id, seq: 1, sentAt, kind: 'text' as const, author: 'me', text: 'Hello' };
  line.emitted('feed', [{ seq: 6, people: [], kind: 'message', conversation, message }]);
  expect(live.outbox.to('aino')).toEqual([]);
  expect(live.conversation('aino')?.tail.map((entry) => entry.id)).toEqual([id]);
});

test('a refused message stays with its writer and does not hold up the others', async () => {
  await live.connection.open();
  await settled();
  line.answer = (_name, input) =>
    (input as { text: string }).text === 'No'
      ? { ok: false, code: 'conversation-closed' }
      : { ok: true, value: { id: 'x', seq: 1 } };
  const refused = live.outbox.write('aino', 'No');
  live.outbox.write('ines', 'Yes');
  await vi.waitFor(() => expect(Object.keys(store)).toHaveLength(1), patience);
  expect(live.outbox.to('aino')).toMatchObject([{ id: refused, refused: 'conversation-closed' }]);
  live.outbox.discard(refused);
  expect(Object.keys(store)).toHaveLength(0);
});

test('whoever called too often waits as long as told, and the call goes on by itself', async () => {
  await live.connection.open();
  await settled();
  const began = performance.now();
  answering('too-many', 2);
  const given = live.give('booking.withdraw', { bookingId: 'b' });
  await expect(given).resolves.toMatchObject({ ok: true });
  expect(performance.now() - began).toBeGreaterThanOrEqual(55);
  const calls = named('booking.withdraw');
  expect(calls).toHaveLength(3);
  expect(new Set(calls.map((call) => call.commandId)).size).toBe(1);

  answering('too-many', 1);
  await expect(live.ask('program.list', {})).resolves.toMatchObject({ ok: true });
});

test.each(['too-many', 'unavailable'] as const)('%s refuses no message', async (code) => {
  await live.connection.open();
  await settled();
  answering(code, 1);
  const first = live.outbox.write('aino', 'One');
  const second = live.outbox.write('aino', 'Two');
  await vi.waitFor(() => expect(Object.keys(store)).toHaveLength(0), patience);
  expect(named('chat.send').map((call) => call.commandId)).toEqual([first, first, second]);
});

test('what the server cannot keep stalls until it is kept, or the session ends', async () => {
  await live.connection.open();
  await settled();
  expect(live.connection.isStalled).toBe(false);
  answering('unavailable', 1);
  const withdrawn = live.give('booking.withdraw', { bookingId: 'b' });
  await vi.waitFor(() => expect(live.connection.isStalled).toBe(true), patience);
  await expect(withdrawn).resolves.toMatchObject({ ok: true });
  expect(live.connection.isStalled).toBe(false);
  answering('unavailable', 100);
  const asked = live.ask('program.list', {});
  await vi.waitFor(() => expect(live.connection.isStalled).toBe(true), patience);
  live.connection.end('signed-out');
  await expect(asked).resolves.toEqual({ ok: false, code: 'signed-out' });
  expect(live.connection.isStalled).toBe(false);
});

test('signing out ends the waiting, and nothing goes out under the next person', async () => {
  await live.connection.open();
  await settled();
  line.answer = () => ({ ok: false, code: 'too-many', retryAfterMs: 60_000 });
  const given = live.give('booking.withdraw', { bookingId: 'b' });
  await vi.waitFor(() => expect(named('booking.withdraw')).toHaveLength(1), patience);
  live.connection.end('signed-out');
  await expect(given).resolves.toEqual({ ok: false, code: 'signed-out' });
  expect(named('booking.withdraw')).toHaveLength(1);
});

test('a session that merely ends keeps what was not sent; giving it up removes one’s own', async () => {
  await live.connection.open();
  await settled();
  store['confab.outbox.other.kept'] = JSON.stringify({
    id: 'kept',
    to: 'me',
    text: '',
    writtenAt: 1,
  });
  line.break();
  live.outbox.write('aino', 'One');
  live.outbox.write('ines', 'Two');
  expect(live.outbox.unsent).toBe(2);
  live.connection.end('signed-out');
  expect(Object.keys(store)).toHaveLength(3);
  expect(live.outbox.unsent).toBe(0);
  live.outbox.discardAll('me');
  expect(Object.keys(store)).toEqual(['confab.outbox.other.kept']);
});

test('a change of any directory is seen, one that nobody has told of before included', async () => {
  await live.connection.open();
  await settled();
  const seen = [live.directoriesVersion];
  for (const [programId, version] of [
    ['first', 7],
    ['new', 1],
    ['first', 8],
  ] as const) {
    line.emitted('directory', programId, version);
    seen.push(live.directoriesVersion);
  }
  expect(seen).toEqual([0, 7, 8, 9]);
});

test('when the session ends nothing of the person is left, and calls say so', async () => {
  await live.connection.open();
  await settled();
  line.emitted('signed-out');
  expect(live.connection.state).toBe('signed-out');
  expect(live.me).toBeNull();
  await expect(live.ask('program.list', {})).resolves.toEqual({ ok: false, code: 'signed-out' });
});

test('somebody who is not signed in is not connected', async () => {
  signedIn = false;
  await live.connection.open();
  expect(live.connection.state).toBe('signed-out');
  expect(line.connected).toBe(false);
});

test('a server that was never there is said to be gone, not waited for in silence', async () => {
  vi.stubGlobal('navigator', { onLine: true });
  line.connect = () => {
    line.emitted('connect_error', new Error('websocket error'));
  };
  await live.connection.open();
  expect(live.connection.state).toBe('reconnecting');
});

test('an old tab is told, and calls nothing more', async () => {
  line.answer = () => ({ ok: false, code: 'old-version' });
  await live.connection.open();
  await vi.waitFor(() => expect(live.connection.state).toBe('old-version'), patience);
  expect(line.connected).toBe(false);
});
