import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { newDatabase } from '../postgres/new-database.ts';
import { pair, type Pair } from './pair.ts';
import { post } from './post.ts';
import { ThrowAwayRedis } from './redis.ts';
import { Visitor } from './visitor.ts';

vi.setConfig({ testTimeout: 120_000 });
const patience = { timeout: 20_000 };

let redis: ThrowAwayRedis;
let all: Pair;

beforeAll(async () => {
  redis = await ThrowAwayRedis.open();
  all = await pair(await newDatabase(inject('postgres')?.maintenance ?? ''), redis.url);
});
afterAll(async () => {
  await all[Symbol.asyncDispose]();
  await redis[Symbol.asyncDispose]();
});

/** The texts that a window was pushed, in order. */
const textsOf = ({ events }: Visitor) =>
  events.flatMap((one) =>
    one.kind === 'message' && 'text' in one.message ? one.message.text : [],
  );

const arrives = (visitor: Visitor, text: string) =>
  vi.waitFor(() => {
    expect(textsOf(visitor)).toContain(text);
  }, patience);

test('N1: what happens at one server is pushed at the other', async () => {
  const { mentee, mentor, admin, programId } = all;
  await mentee.do('chat.send', { to: mentor.id, text: 'Good morning' });
  await arrives(mentor, 'Good morning');
  await mentor.do('chat.send', { to: mentee.id, text: 'Good morning to you' });
  await arrives(mentee, 'Good morning to you');
  await mentor.do('person.update', { headline: 'Back from leave' });
  await vi.waitFor(() => {
    expect(admin.directories).toContain(programId);
  }, patience);
});

test('P4: a suspension at one server reaches the person at the other', async () => {
  const { admin, mentor, programId } = all;
  const before = mentor.events.length;
  const membership = { programId, personId: mentor.id };
  await admin.do('admin.suspend', membership);
  await vi.waitFor(() => {
    expect(mentor.events.slice(before).some(({ kind }) => kind === 'me')).toBe(true);
  }, patience);
  await admin.do('admin.reinstate', membership);
});

test('wrong passwords are counted by both servers together', async () => {
  const { address } = all;
  const guess = async (server: number) => {
    address.only = address.ports[server] ?? null;
    const input = { email: 'nobody@example.org', password: 'a guess too many' };
    const { answer } = await post(address.origin, '/api/sign-in', input);
    address.only = null;
    return (answer as { code: string }).code;
  };
  for (let guesses = 0; guesses < 4; guesses++)
    for (const server of [0, 1]) expect(await guess(server)).toBe('sign-in-failed');
  expect(await guess(0)).toBe('too-many');
  expect(await guess(1)).toBe('too-many');
});

test('signing out everywhere at one server ends the windows at the other, Redis or not', async () => {
  const { address, admin, programId } = all;
  for (const [name, away] of [
    ['Lea', false],
    ['Tomas', true],
  ] as const) {
    const token = (away ? 'cd' : 'ab').repeat(32);
    await admin.do('admin.invite', { programId, role: 'mentee', token });
    address.only = address.ports[1] ?? null;
    using visitor = await Visitor.enter(address.origin, name, '/api/join', { token });
    address.only = address.ports[0] ?? null;
    if (away) await redis.stop();
    await post(address.origin, '/api/sign-out-everywhere', {}, visitor.cookie);
    address.only = null;
    await vi.waitFor(() => {
      expect(visitor.signedOut).toBe(true);
    }, patience);
  }
});

test('C2: without Redis messages arrive, and with it again they arrive', async () => {
  const { mentee, mentor } = all;
  await mentee.do('chat.send', { to: mentor.id, text: 'Redis is away' });
  await arrives(mentor, 'Redis is away');
  await redis.start();
  await mentee.do('chat.send', { to: mentor.id, text: 'Redis is coming back' });
  await arrives(mentor, 'Redis is coming back');
  expect(textsOf(mentor)).toHaveLength(new Set(textsOf(mentor)).size);
});

test('C2: a server killed with many commands in flight: nothing acknowledged is lost or doubled', async () => {
  const { mentee, mentor, servers } = all;
  const sent = Array.from({ length: 90 }, (_, n) => ({
    id: crypto.randomUUID(),
    text: `Number ${String(n)}`,
  }));
  const acknowledged = new Set<string>();
  const send = async ({ id, text }: (typeof sent)[number]) => {
    const answer = await mentee.give('chat.send', { to: mentor.id, text }, id);
    if (answer.ok) acknowledged.add(id);
  };
  const begin = (messages: typeof sent) =>
    messages.map((message) => send(message).catch(() => undefined));
  const flood = begin(sent.slice(0, 60));
  await vi.waitFor(
    () => {
      expect(acknowledged.size).toBeGreaterThan(10);
    },
    { timeout: 20_000, interval: 5 },
  );
  // All of those before may have been answered by now.
  flood.push(...begin(sent.slice(60)));
  const before = acknowledged.size;
  await servers[0].end('SIGKILL');
  await Promise.all(flood);
  await vi.waitFor(() => {
    expect(mentee.connected).toBe(true);
  }, patience);
  console.log(`killed with ${String(sent.length - before)} of ${String(sent.length)} in flight`);
  expect(before).toBeLessThan(sent.length);
  for (const message of sent) if (!acknowledged.has(message.id)) await send(message);
  expect(acknowledged.size).toBe(sent.length);

  const wanted = sent.map(({ text }) => text).toSorted();
  for (const one of [mentor, mentee])
    await vi.waitFor(() => {
      const numbered = textsOf(one).filter((text) => text.startsWith('Number '));
      expect(numbered.toSorted()).toEqual(wanted);
    }, patience);
  const seqs = mentor.events.map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
});
