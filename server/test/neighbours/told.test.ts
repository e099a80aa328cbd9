import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { newDatabase } from '../postgres/new-database.ts';
import { arrives, directoryArrives, patience, textsOf } from './arrives.ts';
import { neverLooks, pair, type Pair } from './pair.ts';
import { post } from './post.ts';
import { ThrowAwayRedis } from './redis.ts';

vi.setConfig({ testTimeout: 120_000 });

let redis: ThrowAwayRedis;
let all: Pair;

// Neither ever looks into the store for what the other did: it is told by Redis, or never knows.
beforeAll(async () => {
  redis = await ThrowAwayRedis.open();
  const database = await newDatabase(inject('postgres')?.maintenance ?? '');
  all = await pair(database, [redis.url, redis.url], neverLooks);
  await bothListen();
});
afterAll(async () => {
  await all[Symbol.asyncDispose]();
  await redis[Symbol.asyncDispose]();
});

const bothListen = () =>
  vi.waitFor(async () => {
    expect(await redis.listeners()).toBe(2);
  }, patience);

test('N1: what happens at one server is pushed at the other', async () => {
  const { mentee, mentor, admin, programId } = all;
  await mentee.do('chat.send', { to: mentor.id, text: 'Good morning' });
  await arrives(mentor, 'Good morning');
  await mentor.do('chat.send', { to: mentee.id, text: 'Good morning to you' });
  await arrives(mentee, 'Good morning to you');
  await directoryArrives(admin, programId, () =>
    mentor.do('person.update', { headline: 'Back from leave' }),
  );
  for (const one of [mentee, mentor]) expect(textsOf(one)).toHaveLength(new Set(textsOf(one)).size);
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

test('signing out everywhere at one server ends the windows at the other', async () => {
  const { address, enter } = all;
  const visitor = await enter('Lea', 'mentee', 1);
  address.only = address.ports[0] ?? null;
  await post(address.origin, '/api/sign-out-everywhere', {}, visitor.cookie);
  address.only = null;
  await vi.waitFor(() => {
    expect(visitor.signedOut).toBe(true);
  }, patience);
});

test('C2: each server says that Redis is away, and that it is back; then it is told again', async () => {
  const { admin, mentee, mentor, programId, servers } = all;
  const redisIs = (there: boolean) =>
    vi.waitFor(async () => {
      for (const server of servers) {
        expect(await server.health()).toMatchObject({ db: true, redis: there });
        const gone = server.said('Redis does not answer') - server.said('Redis answers again');
        expect(gone).toBe(there ? 0 : 1);
      }
    }, patience);
  await redisIs(true);
  await redis.stop();
  await redisIs(false);
  await redis.start();
  await redisIs(true);
  await bothListen();

  await mentee.do('chat.send', { to: mentor.id, text: 'Redis is back' });
  await arrives(mentor, 'Redis is back');
  await mentor.do('chat.send', { to: mentee.id, text: 'So it is' });
  await arrives(mentee, 'So it is');
  await directoryArrives(admin, programId, () =>
    mentor.do('person.update', { headline: 'Here again' }),
  );
  expect(textsOf(mentor)).toHaveLength(new Set(textsOf(mentor)).size);
});
