import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '@confab/migrations';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { fromText } from '@confab/shared';
import { openApp } from '../../src/app.ts';
import { sealingKeyOf } from '../../src/config/sealing-key.ts';
import { openSecrets } from '../../src/config/secrets.ts';
import { openSqlite } from '../../src/db/open.ts';
import { Seal } from '../../src/db/seal.ts';
import { addressIn, sealAddress, sealWhatIsOpen } from '../../src/features/busy/sealing.ts';
import { addSource, sourcesOf } from '../../src/features/busy/store.ts';
import { dumpOf } from '../fuzz/dump.ts';
import { company, type Company } from '../stage/company.ts';
import { testSeal } from '../stage/test-seal.ts';
import { giving } from './host.ts';
import { scene, wednesday, type Scene } from './scene.ts';

const another = new Seal(sealingKeyOf('the secret of somebody else'));
const now = fromText('2026-03-02T09:00:00.000Z');
const address = 'https://calendar.example/private-0123456789/basic.ics?ö=1';

const rows = ({ stage, mentor }: Company) =>
  stage.core.ledger.store.read((tx) => sourcesOf(tx, mentor));

const row = async ({ all }: Pick<Scene, 'all'>) => {
  const [found] = await rows(all);
  if (!found) throw new Error('there is no calendar');
  return found;
};

test('A8: an address opens with its own key, in its own row, and as it was closed', () => {
  const sealed = sealAddress(testSeal, address, 'a');
  expect(sealed).toMatch(/^[\w-]+$/);
  expect(addressIn(testSeal, sealed, 'a')).toBe(address);
  expect(addressIn(another, sealed, 'a')).toBe(null);
  expect(addressIn(testSeal, sealed, 'b')).toBe(null);
  const bytes = Buffer.from(sealed, 'base64url');
  for (let n = 0; n < bytes.length; n += 1) {
    const altered = Buffer.from(bytes);
    altered[n] = (altered[n] ?? 0) ^ 1;
    expect(addressIn(testSeal, altered.toString('base64url'), 'a')).toBe(null);
    expect(addressIn(testSeal, bytes.subarray(0, n).toString('base64url'), 'a')).toBe(null);
  }
  // The same address twice does not look the same.
  expect(sealAddress(testSeal, address, 'a')).not.toBe(sealed);
});

test('A8: the store says nothing of an address but its host, and it is read all the same', async () => {
  await using place = await scene();
  await place.add();
  const kept = await dumpOf(place.all.stage);
  expect(kept).not.toContain('secret.ics');
  expect(kept).toContain(`127.0.0.1:${String(place.host.port)}`);
  await place.turn();
  expect(place.host.asked[0]?.url).toBe('/secret.ics');
  expect(place.outcomes).toEqual(['whole']);
});

test('A8: with other secrets a calendar is to be named again, keeps what was known, and mends when they are back', async () => {
  await using place = await scene();
  const { all, parts, host, outcomes } = place;
  await place.add();
  await place.turn();
  parts.seal = another;
  all.stage.pass({ hours: 1 });
  await place.turn();
  const listed = async () =>
    (await all.stage.know(all.mentor, 'calendar-source.list', {})).sources[0];
  expect(await listed()).toMatchObject({
    fault: 'address-lost',
    refreshedAt: '2026-03-02T09:00:00.000Z',
    busyMinutes: 120,
  });
  expect(host.asked).toHaveLength(1);
  expect((await place.open())[0]).toBe('09:00');
  // Another calendar is not held up by it, and this one can be asked for and removed.
  const { id: sourceId } = await row(place);
  all.stage.pass({ minutes: 1 });
  await all.stage.do(all.mentor, 'calendar-source.refresh', { sourceId });
  await place.turn();
  expect(outcomes).toEqual(['whole', 'address-lost', 'address-lost']);
  parts.seal = testSeal;
  host.answer = giving(wednesday('0700', '1000'));
  all.stage.pass({ hours: 7 });
  await place.turn();
  expect((await listed())?.fault).toBe(null);
  await all.stage.do(all.mentor, 'calendar-source.remove', { sourceId });
  expect(await listed()).toBe(undefined);
  expect(all.stage.failures).toEqual([]);
});

test('A8: at the start, addresses from before are sealed, once; files have none', async () => {
  await using place = await scene();
  const { all } = place;
  const { store } = all.stage.core.ledger;
  const id = await place.add();
  all.stage.pass({ seconds: 1 });
  const file = { name: 'Trips', busy: [], leftOut: 0 };
  await all.stage.do(all.mentor, 'calendar-source.add-file', file);
  await all.stage.db
    .updateTable('calendar_source')
    .set({ sealed: address })
    .where('id', '=', id)
    .execute();
  await sealWhatIsOpen(store, testSeal);
  const { sealed } = await row(place);
  expect(addressIn(testSeal, sealed ?? '', id)).toBe(address);
  await sealWhatIsOpen(store, testSeal);
  expect((await rows(all)).map((one) => one.sealed)).toEqual([sealed, null]);
});

test('A8: a start seals what is in clear, and the file does not go on holding it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-sealed-'));
  const file = join(folder, 'confab.db');
  const holds = () => readFileSync(file).includes('calendar.example/private');
  {
    await using store = await openSqlite(file);
    const { mentor } = await company(undefined, store);
    for (let n = 0; n < 50; n += 1) {
      const at = { url: `${address}&${'n'.repeat(n * 10)}`, host: 'calendar.example' };
      const source = { personId: mentor, name: 'Work', at, knownUntil: null, leftOut: 0 };
      const id = await store.write((tx) => addSource(tx, source, { now, seal: testSeal }));
      const added = store.db.updateTable('calendar_source').where('id', '=', id);
      await added.set({ sealed: at.url, next_at: null }).execute();
    }
  }
  expect(holds()).toBe(true);
  const opened = await openApp({
    mode: 'serve',
    env: { CONFAB_DATA: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    clock: () => now,
    createMediaNode: null,
    build: join(folder, 'no-build'),
  });
  if (!opened.ok) throw new Error(opened.faults[0]?.wrong);
  await opened.app.close();
  expect(holds()).toBe(false);
  const found = await openSecrets(folder);
  if (!found.ok) throw new Error(found.fault.wrong);
  const seal = new Seal(found.secrets.seal);
  await using store = await openSqlite(file);
  const kept = await store.db.selectFrom('calendar_source').select(['id', 'sealed']).execute();
  const addresses = kept.map(({ id, sealed }) => addressIn(seal, sealed ?? '', id));
  expect(new Set(addresses).size).toBe(50);
  expect(addresses.every((one) => one?.startsWith(address))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('A8: the step that seals keeps what it finds, for the start to seal', async () => {
  const database = new SqliteDatabase(':memory:');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const step = '0034-sealed-addresses';
  const before = Object.entries(migrations).filter(([name]) => name < step);
  for (const [, up] of before) await up(db, 'sqlite');
  database.pragma('foreign_keys = OFF');
  const values = { id: 'c', person_id: 'p', name: 'Work', address, left_out: 0, failures: 0 };
  database
    .prepare(
      `insert into calendar_source (id, person_id, name, address, left_out, failures, made_at)
       values (@id, @person_id, @name, @address, @left_out, @failures, '2026')`,
    )
    .run(values);
  await migrations[step]?.(db, 'sqlite');
  expect(database.prepare('select sealed from calendar_source').pluck().all()).toEqual([address]);
  await db.destroy();
});
