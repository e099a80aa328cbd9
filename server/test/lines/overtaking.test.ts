import { expect, test, vi } from 'vitest';
import { transact } from '../../src/command/transact.ts';
import type { Tx } from '../../src/db/database.ts';
import { concernedBy } from '../../src/features/concerned.ts';
import { plan } from '../../src/wakeup/store.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import { company, requested } from '../stage/company.ts';
import { freshStore } from '../stage/fresh-store.ts';

const many = 400;

const look = (tx: Tx) => tx.selectFrom('person').select('id').execute();

test('a person’s work that comes last is done before most of what waits behind', async () => {
  await using store = await freshStore();
  for (const way of ['write', 'read'] as const) {
    let done = 0;
    const behind = Array.from({ length: many }, () =>
      store.behind[way](look).then(() => void done++),
    );
    await store[way](look);
    expect(done).toBeLessThan(many / 2);
    await Promise.all(behind);
  }
});

test('what waits behind is done, though people never stop', async () => {
  await using store = await freshStore();
  let overtaken = 0;
  const enough = new AbortController();
  const person = async () => {
    for (; !enough.signal.aborted; overtaken++) await store.write(look);
  };
  const people = Array.from({ length: 8 }, person);
  await Promise.all(Array.from({ length: many }, () => store.behind.write(look)));
  enough.abort();
  await Promise.all(people);
  expect(overtaken).toBeGreaterThan(0);
});

test('what throws behind throws to whoever gave it, and writes nothing', async () => {
  await using store = await freshStore();
  const line = { name: 'line', value: '' };
  const lost = store.behind.write(async (tx) => {
    await tx.insertInto('installation').values(line).execute();
    throw new Error('lost');
  });
  await expect(lost).rejects.toThrow('lost');
  const named = store.db.selectFrom('installation').selectAll().where('name', '=', 'line');
  expect(await named.execute()).toEqual([]);
  await store.behind.write((tx) => tx.insertInto('installation').values(line).execute());
  expect(await named.execute()).toEqual([line]);
});

test('D6: with a night’s wake-ups waiting, a command still finds done what is due for its people', async () => {
  const all = await company();
  await using stage = all.stage;
  await requested(all, '2026-03-02', '16:00');
  stage.pass({ hours: 5 });
  // All of these are due before the request’s own deadline.
  const earlier = stage.now.subtract({ hours: 24 });
  await transact(stage.core.ledger, stage.now, async ({ tx }) => {
    for (let n = 0; n < many; n++) await plan(tx, 'unmarked', `nobody’s ${String(n)}`, earlier);
  });
  let done = 0;
  const wakeups = {
    ...stage.core.wakeups,
    unmarked: () => Promise.resolve(void done++),
  };
  await using _ = startWakeups(stage.core.ledger, () => stage.now, wakeups, concernedBy);
  await vi.waitUntil(() => done > 0, { timeout: 10_000, interval: 1 });
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Another time, then' });
  expect(done).toBeLessThan(many);
  const { messages } = await stage.know(all.mentee, 'chat.history', {
    with: all.mentor,
    before: 99,
  });
  expect(messages.map((one) => (one.kind === 'line' ? one.event : one.text))).toEqual([
    'Hello Aino',
    'requested',
    'expired',
    'Another time, then',
  ]);
  await vi.waitUntil(() => done === many, { timeout: 30_000 });
  expect(stage.failures).toEqual([]);
});
