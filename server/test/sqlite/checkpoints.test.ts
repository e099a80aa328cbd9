import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSqlite } from '../../src/db/open.ts';
import type { Store } from '../../src/db/store.ts';

let folder: string;
let file: string;
let failures: Error[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confab-checkpoints-'));
  file = join(folder, 'confab.db');
  failures = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (every: number, most: number) =>
  openSqlite(file, {
    checkpoints: { every, most },
    watch: { committed: () => undefined, failed: (error) => void failures.push(error) },
  });
const kilobytes = (path: string) => (existsSync(path) ? statSync(path).size / 1024 : 0);
const log = () => kilobytes(`${file}-wal`);

let written = 0;
/** One commit of a hundred kilobytes. */
const write = (store: Store) =>
  store.write(async (tx) => {
    const row = { name: `row ${String(written++)}`, value: 'x'.repeat(100 * 1024) };
    await tx.insertInto('installation').values(row).execute();
  });

/** Kilobytes that may be left of a log of a hundred pages: three times as long, and what came meanwhile. */
const longestLog = 5 * 100 * 4;

test('nothing is brought over on the connection that writes', async () => {
  await using store = await open(60_000, 1);
  const { rows } = await sql`pragma wal_autocheckpoint`.execute(store.db);
  expect(rows).toEqual([{ wal_autocheckpoint: 0 }]);
  for (let n = 0; n < 60; n++) await write(store);
  expect(log()).toBeGreaterThan(6_000);
});

test('C2: the log stays short under a steady stream, and nothing waits long for it', async () => {
  await using store = await open(20, 100);
  let longest = 0;
  let highest = 0;
  const until = performance.now() + 3_000;
  let commits = 0;
  while (performance.now() < until || commits < 200) {
    const from = performance.now();
    await write(store);
    longest = Math.max(longest, performance.now() - from);
    highest = Math.max(highest, log());
    commits++;
  }
  // A hundred pages, and what is written between two looks.
  expect(highest).toBeLessThan((commits * 100) / 2);
  await vi.waitFor(() => {
    expect(log()).toBeLessThan(longestLog);
  }, 20_000);
  expect(kilobytes(file)).toBeGreaterThan(commits * 99);
  expect(failures).toEqual([]);
  expect(longest).toBeLessThan(5_000);
});

test('who reads elsewhere, as a backup does, is waited for by nobody', async () => {
  await using store = await open(20, 100);
  await write(store);
  const reader = new SqliteDatabase(file, { readonly: true });
  reader.exec('begin');
  const count = reader.prepare<[], number>('select count(*) from installation').pluck();
  const before = count.get();
  const from = performance.now();
  for (let n = 0; n < 30; n++) {
    await write(store);
    await rest(5);
  }
  expect(performance.now() - from).toBeLessThan(5_000);
  expect(count.get()).toBe(before);
  expect(log()).toBeGreaterThan(3_000);
  reader.exec('rollback');
  await vi.waitFor(async () => {
    await write(store);
    expect(log()).toBeLessThan(longestLog);
  }, 20_000);
  reader.close();
  expect(failures).toEqual([]);
});

test('a log that began anew by itself, with its file as long as it ever was, is cut off', async () => {
  const before = await open(60_000, 100);
  // Whoever closes a file last takes its log away.
  const other = new SqliteDatabase(file);
  for (let n = 0; n < 30; n++) await write(before);
  other.pragma('wal_checkpoint(PASSIVE)');
  await before[Symbol.asyncDispose]();
  await using store = await open(20, 100);
  await write(store);
  await vi.waitFor(() => {
    expect(log()).toBeLessThan(longestLog);
  }, 20_000);
  other.close();
  expect(failures).toEqual([]);
});

test('a store that ends brings everything over and leaves no log', async () => {
  const store = await open(1, 100);
  for (let n = 0; n < 10; n++) await write(store);
  await rest(50);
  await store[Symbol.asyncDispose]();
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(kilobytes(file)).toBeGreaterThan(1_000);
  await using again = await openSqlite(file);
  const rows = await again.db.selectFrom('installation').select('name').execute();
  expect(rows.length).toBeGreaterThanOrEqual(10);
});
