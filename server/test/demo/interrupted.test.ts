import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signIns } from '../../src/demo/sign-in.ts';
import { isMade, noteMade } from '../../src/demo/whole.ts';
import { addPerson } from '../../src/features/people/store.ts';
import { Stage } from '../stage/stage.ts';
import { seeded } from './demo-stage.ts';
import { RealStart } from './real-start.ts';

const mediaPort = 17_821;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confab-demo-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const begin = () => new RealStart('demo', folder, mediaPort);

/** Starts the demo, and ends it. @returns what the console said */
async function start(): Promise<string> {
  await using demo = begin();
  await demo.listening();
  return demo.end('SIGTERM');
}

/** What is on disk. */
function kept() {
  const db = new SqliteDatabase(join(folder, 'confab.db'), { fileMustExist: true });
  try {
    const all = <Row>(query: string) => db.prepare<[], Row>(query).all();
    return {
      people: all<{ id: string; email: string }>('select id, email from person order by id'),
      accounts: all('select id from auth_user').length,
    };
  } finally {
    db.close();
  }
}

/** The demo is killed in the middle of its making; where the kill came too late, another one is. */
async function killedHalfway(): Promise<void> {
  for (;;) {
    await using demo = begin();
    const someAreThere = () => {
      expect(kept().people.length).toBeGreaterThanOrEqual(3);
    };
    await vi.waitFor(someAreThere, { timeout: 50_000, interval: 5 });
    await demo.end('SIGKILL');
    if (kept().people.length < everyone.length) return;
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
  }
}

/** As a demo was left by a Confab that did not note yet that it was whole. */
function forgetThatItIsMade(): void {
  const db = new SqliteDatabase(join(folder, 'confab.db'));
  const forget = db.prepare("delete from installation where name = 'demo is made'");
  expect(forget.run().changes).toBe(1);
  db.close();
}

const anew = 'The start before was interrupted while it made the demo: it was made anew.';
const everyone = signIns.map(({ email }) => email).toSorted();

test('a demo killed while it is made is made anew, to its end; a whole one is left alone', async () => {
  await killedHalfway();
  expect(await start()).toContain(anew);
  const whole = kept();
  expect(whole.people.map(({ email }) => email).toSorted()).toEqual(everyone);
  expect(whole.accounts).toBe(everyone.length);
  forgetThatItIsMade();
  expect(await start()).not.toContain(anew);
  expect(kept().people).toEqual(whole.people);
  // It was noted then.
  forgetThatItIsMade();
}, 120_000);

test('a demo is whole once its story is, not once everybody is there', async () => {
  const { stage } = await seeded();
  await using _ = stage;
  expect(await isMade(stage.db)).toBe(true);
  await using empty = await Stage.open();
  for (const { email, name } of signIns)
    await addPerson(empty.db, { id: email, name, email, zone: 'UTC', admin: false }, empty.now);
  expect(await isMade(empty.db)).toBe(false);
  await noteMade(empty.db);
  await noteMade(empty.db);
  expect(await isMade(empty.db)).toBe(true);
});
