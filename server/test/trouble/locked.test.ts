import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { post } from '../neighbours/post.ts';
import { arrived, house, messages, send } from './house.ts';

vi.setConfig({ testTimeout: 120_000 });

test('B5 C2: another program holds the database, then lets go: people wait, nothing is lost or doubled', async () => {
  await using all = await house();
  const { origin, server, mentee, said } = all;
  const other = new SqliteDatabase(join(server.dataDir, 'confab.db'));
  other.exec('begin immediate');
  const healthy = async () =>
    ((await (await fetch(`${origin}/healthz`)).json()) as { db: boolean }).db;
  const given = messages(30);
  const from = performance.now();
  expect(new Set(await send(all, given))).toEqual(new Set(['unavailable']));
  // Nobody stood still for it: reading goes on, and refusals come at once.
  expect(performance.now() - from).toBeLessThan(5_000);
  const known = await mentee.ask('program.list', {});
  expect(known.ok).toBe(true);
  const door = { email: mentee.email, password: 'seventeen apples' };
  expect((await post(origin, '/api/sign-in', door)).status).toBe(503);
  expect(await healthy()).toBe(false);
  // People wait for longer than any statement would: nothing is taken in the meantime.
  await rest(3_000);
  expect(new Set(await send(all, given.slice(0, 5)))).toEqual(new Set(['unavailable']));
  expect(arrived(all)).toEqual([]);

  other.exec('rollback');
  other.close();
  expect(new Set(await send(all, given))).toEqual(new Set(['ok']));
  expect(new Set(await send(all, given))).toEqual(new Set(['ok']));
  await vi.waitFor(() => {
    expect(arrived(all).toSorted()).toEqual(given.map(({ text }) => text).toSorted());
  }, 10_000);
  expect((await post(origin, '/api/sign-in', door)).status).toBe(200);
  await vi.waitFor(() => {
    expect(said('What people send cannot be kept: another program holds the database.')).toBe(1);
  }, 10_000);
  expect(await healthy()).toBe(true);
  // Only after a while without trouble is it well again, and only by something that was kept.
  await vi.waitFor(
    async () => {
      await send(all, messages(1));
      expect(said('The database answers again')).toBe(1);
    },
    { timeout: 20_000, interval: 300 },
  );
  expect(said('Something failed')).toBe(0);
});
