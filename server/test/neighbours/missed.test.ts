import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { Relay } from '../media/relay.ts';
import { newDatabase } from '../postgres/new-database.ts';
import { arrives, patience } from './arrives.ts';
import { pair, type Pair } from './pair.ts';
import { post } from './post.ts';
import { ThrowAwayRedis } from './redis.ts';

vi.setConfig({ testTimeout: 120_000 });

let redis: ThrowAwayRedis;
let way: Relay;
let all: Pair;

// Whoever hears the other never looks by itself.
beforeAll(async () => {
  redis = await ThrowAwayRedis.open();
  const { hostname, port } = new URL(redis.url);
  way = await Relay.to(Number(port));
  const wayThere = `redis://${hostname}:${new URL(way.url).port}`;
  const database = await newDatabase(inject('postgres')?.maintenance ?? '');
  all = await pair(database, [wayThere, redis.url], { turn: 100, calm: 1e9 });
});
afterAll(async () => {
  await all[Symbol.asyncDispose]();
  way[Symbol.dispose]();
  await redis[Symbol.asyncDispose]();
});

test('C2: a server that could not speak says so once it can, and the other looks', async () => {
  await vi.waitFor(async () => {
    expect(await redis.listeners()).toBe(2);
  }, patience);
  const { address, admin, enter, mentee, mentor, programId, servers } = all;
  const colleague = await enter('Otto', 'mentor', 0);
  await admin.do('admin.approve-mentor', { programId, personId: colleague.id });
  const visitor = await enter('Lea', 'mentee', 1);

  way.broken = true;
  way.cut();
  await vi.waitFor(async () => {
    expect(await servers[0].health()).toMatchObject({ redis: false });
  }, patience);
  const before = mentor.directories.length;
  await mentee.do('chat.send', { to: mentor.id, text: 'Can you hear me' });
  await colleague.do('person.update', { headline: 'Unheard' });
  address.only = address.ports[0] ?? null;
  await post(address.origin, '/api/sign-out-everywhere', {}, visitor.cookie);
  address.only = null;

  way.broken = false;
  await arrives(mentor, 'Can you hear me');
  await vi.waitFor(() => {
    expect(visitor.signedOut).toBe(true);
    expect(mentor.directories.slice(before)).toContain(programId);
  }, patience);
});
