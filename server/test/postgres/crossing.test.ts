import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { hold } from '../../src/feed/hold.ts';
import { plan } from '../../src/wakeup/store.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import { company } from '../stage/company.ts';
import { gate } from './gate.ts';

test('B5 D6: a wake-up waits for a command that holds its people and may drop it', async () => {
  const { stage, mentor } = await company();
  await using owned = stage;
  const { ledger, wakeups } = owned.core;
  await ledger.store.write((tx) => plan(tx, 'closing', 'a room', owned.now));
  const done: string[] = [];
  const closing = (_: unknown, ref: string) => {
    done.push(ref);
    return Promise.resolve();
  };
  const waiting = async () => {
    const { rows } = await sql`
      select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `.execute(owned.db);
    return rows.length;
  };

  const [held, crossed] = [gate(2), gate(2)];
  let tries = 0;
  const deciding = ledger.store.write(async (tx) => {
    tries++;
    await hold(tx, [mentor]);
    await held.arrive();
    await crossed.arrive();
    await plan(tx, 'closing', 'a room', null);
  });
  await held.arrive();
  const timer = startWakeups(
    ledger,
    () => owned.now,
    { ...wakeups, closing },
    () => Promise.resolve([mentor]),
  );
  // It waits for the person; should it not, it is about its work.
  await vi.waitFor(async () => {
    expect((await waiting()) + done.length).toBeGreaterThan(0);
  }, 20_000);
  await crossed.arrive();
  await deciding;
  await timer[Symbol.asyncDispose]();
  expect(done).toEqual([]);
  expect(tries).toBe(1);
  expect(owned.failures).toEqual([]);
});
