import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { newDatabase } from '../postgres/new-database.ts';
import { arrives, directoryArrives, patience, textsOf } from './arrives.ts';
import { pair, type Pair } from './pair.ts';
import { post } from './post.ts';
import { ThrowAwayRedis } from './redis.ts';

vi.setConfig({ testTimeout: 120_000 });

let redis: ThrowAwayRedis;
let all: Pair;

beforeAll(async () => {
  redis = await ThrowAwayRedis.open();
  all = await pair(await newDatabase(inject('postgres')?.maintenance ?? ''), [
    redis.url,
    redis.url,
  ]);
});
afterAll(async () => {
  await all[Symbol.asyncDispose]();
  await redis[Symbol.asyncDispose]();
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

test('C2: without Redis what happens at one server is looked up by the other, and with it again it arrives', async () => {
  const { address, admin, enter, mentee, mentor, programId } = all;
  const visitor = await enter('Lea', 'mentee', 1);
  await redis.stop();
  await mentee.do('chat.send', { to: mentor.id, text: 'Redis is away' });
  await arrives(mentor, 'Redis is away');
  await directoryArrives(admin, programId, () =>
    mentor.do('person.update', { headline: 'Back from leave' }),
  );
  address.only = address.ports[0] ?? null;
  await post(address.origin, '/api/sign-out-everywhere', {}, visitor.cookie);
  address.only = null;
  await vi.waitFor(() => {
    expect(visitor.signedOut).toBe(true);
  }, patience);
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
