import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { answering } from '../../src/db/answering.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { storeNews } from '../../src/db/store-news.ts';
import type { Store } from '../../src/db/store.ts';
import { StoreUnavailable } from '../../src/db/unavailable.ts';
import { newDatabase } from './new-database.ts';

const maintenance = inject('postgres')?.maintenance ?? '';
const error = vi.fn<(about: object, message: string) => void>();
const info = vi.fn<(message: string) => void>();

let operator: Client;
let role: string;
let url: string;
let store: Store;

beforeEach(async () => {
  vi.clearAllMocks();
  operator = new Client({ connectionString: maintenance });
  await operator.connect();
  role = `server_${randomUUID().replaceAll('-', '')}`;
  await operator.query(`create role ${role} login`);
  url = await newDatabase(maintenance);
  await operator.query(`alter database ${new URL(url).pathname.slice(1)} owner to ${role}`);
  store = await openPostgres(
    url.replace('//confab@', `//${role}@`),
    storeNews({ error, info } as never),
  );
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await operator.end();
});

/** What the operator changes about the server's user holds for lines that are opened from then on. */
async function change(what: string): Promise<void> {
  await operator.query(`alter role ${role} ${what}`);
  const lines = 'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1';
  await operator.query(lines, [role]);
  await vi.waitFor(async () => {
    const left = 'select from pg_stat_activity where usename = $1';
    expect((await operator.query(left, [role])).rowCount).toBe(0);
  });
}

const look = () => store.read((tx) => tx.selectFrom('person').select('id').execute());
const write = () =>
  store.write((tx) =>
    tx.updateTable('person').set({ name: 'Aino' }).where('id', '=', '').execute(),
  );
/** What came of it: a line that was cut is noticed by whoever takes it next. */
const outcome = (work: () => Promise<unknown>) =>
  work().then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof StoreUnavailable ? 'unavailable' : thrown),
  );
const complaints = (words: string) =>
  error.mock.calls.filter(([, message]) => message.startsWith(words)).length;
const relief = () => info.mock.calls.flat();

test('a user who is no longer let in is told of once, with the mend, until they are again', async () => {
  await change('nologin');
  for (let n = 0; n < 5; n++) {
    expect(await outcome(write)).toBe('unavailable');
    expect(await outcome(look)).toBe('unavailable');
  }
  expect(complaints('The database does not let this server in; people are told to wait.')).toBe(1);
  await operator.query(`alter role ${role} login`);
  expect(await outcome(look)).toBe('done');
  expect(relief()).toEqual(['The database answers again']);
});

test('a database that may only be read is told of once, though reading goes on', async () => {
  await change('set default_transaction_read_only to on');
  await vi.waitFor(async () => expect(await outcome(look)).toBe('done'));
  vi.clearAllMocks();
  for (let n = 0; n < 5; n++) {
    expect(await outcome(write)).toBe('unavailable');
    expect(await outcome(look)).toBe('done');
  }
  expect(complaints('The database may only be read; people are told to wait.')).toBe(1);
  expect(relief()).toEqual([]);
  await change('set default_transaction_read_only to off');
  await vi.waitFor(async () => expect(await outcome(write)).toBe('done'));
  expect(relief()).toEqual(['The database answers again']);
});

test('where there is no line to spare, that is told once while some of the lines serve on', async () => {
  await change('connection limit 1');
  await vi.waitFor(async () => expect(await outcome(look)).toBe('done'));
  vi.clearAllMocks();
  for (let n = 0; n < 5; n++) {
    const met = await Promise.all([look, look, write].map(outcome));
    expect(new Set(met)).toEqual(new Set(['done', 'unavailable']));
  }
  expect(complaints('The database has no line to spare; people are told to wait.')).toBe(1);
  expect(relief()).toEqual([]);
});

test('a database that hangs counts as away, is asked once, and answers when it goes on', async () => {
  const answers = answering(store, 200);
  expect(await answers()).toBe(true);
  const other = new Client({ connectionString: url });
  await other.connect();
  try {
    await other.query('begin; lock table installation in access exclusive mode');
    expect(await Promise.all([answers(), answers()])).toEqual([false, false]);
    expect(await answers()).toBe(false);
    const { rows } = await other.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    );
    expect(rows).toHaveLength(1);
    await other.query('commit');
    await vi.waitFor(async () => expect(await answers()).toBe(true));
  } finally {
    await other.end();
  }
});
