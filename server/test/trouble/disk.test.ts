import { randomUUID } from 'node:crypto';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import type { Visitor } from '../neighbours/visitor.ts';
import { arrived, house, type House } from './house.ts';
import { SmallDisk } from './small-disk.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Sent {
  id: string;
  by: Visitor;
  text: string;
  /** The code of the last answer, `ok` for success. */
  answer: string;
}

/** Of several kilobytes, so that a full disk soon shows. */
const long = '€'.repeat(3_900);

/** What several people write to the mentor. */
class Letters {
  readonly all: Sent[] = [];
  readonly #house: House;
  readonly #people: readonly Visitor[];

  private constructor(confab: House, people: readonly Visitor[]) {
    this.#house = confab;
    this.#people = people;
  }

  static async in(confab: House): Promise<Letters> {
    const people = [confab.mentee];
    for (const name of ['Lea', 'Otto', 'Ida']) people.push(await confab.enter(name, 'mentee'));
    return new Letters(confab, people);
  }

  /** Some more from everybody, at once. @returns those */
  async some(): Promise<Sent[]> {
    const more = this.#people.flatMap((by) =>
      Array.from({ length: 4 }, () => ({ id: randomUUID(), by, text: '', answer: '' })),
    );
    for (const one of more) {
      one.text = `${String(this.all.length)} ${long}`;
      this.all.push(one);
    }
    await this.#give(more);
    return more;
  }

  /** Sends until one of them cannot be kept; what can is. */
  async untilRefused(): Promise<void> {
    for (let round = 0; round < 20; round++)
      if ((await this.some()).some(({ answer }) => answer === 'unavailable')) return;
    throw new Error('Everything could be kept');
  }

  /** All of them once more, each under its own id. */
  async again(): Promise<void> {
    await this.#give(this.all);
  }

  /** With what all that were sent have been answered. */
  get answers(): Set<string> {
    return new Set(this.all.map(({ answer }) => answer));
  }

  get texts(): string[] {
    return this.all.map(({ text }) => text).toSorted();
  }

  async #give(sent: readonly Sent[]): Promise<void> {
    const to = this.#house.mentor.id;
    const given = sent.map(async (one) => {
      const answer = await one.by.give('chat.send', { to, text: one.text }, one.id);
      one.answer = answer.ok ? 'ok' : answer.code;
    });
    await Promise.all(given);
  }
}

/** Every message in the database of a server that has ended, which is sound. */
function keptOn(disk: SmallDisk): string[] {
  // SQLite finds no way to where it lies; here the folder is empty.
  const copy = join(disk.folder, 'confab.db');
  copyFileSync(disk.file('confab.db'), copy);
  const database = new SqliteDatabase(copy, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const rows = database.prepare<[], { text: string }>(
    "select text from message where kind = 'text'",
  );
  const texts = rows.all().map(({ text }) => text);
  database.close();
  return texts.toSorted();
}

const reconnected = (all: House) =>
  vi.waitUntil(() => all.mentor.connected && all.mentee.connected, 20_000);

test('B5 C2: the disk is full in the middle of it all, and has room again: nothing is lost or doubled', async () => {
  await using disk = await SmallDisk.open(32);
  await using all = await house({}, disk.place);
  const { server, mentor, mentee, said } = all;
  const letters = await Letters.in(all);
  expect(await server.health()).toMatchObject({ db: true });
  const begun = letters.some();
  disk.fill();
  await begun;
  await letters.untilRefused();
  expect(await server.health()).toMatchObject({ db: false });
  expect(letters.answers).toEqual(new Set(['ok', 'unavailable']));
  // Reading goes on.
  const history = await mentee.ask('chat.history', { with: mentor.id, before: 9_999 });
  expect(history).toMatchObject({ ok: true });
  const full = 'What people send cannot be kept: the disk is full.';
  await vi.waitUntil(() => said(full) === 1, 10_000);

  disk.makeRoom();
  await letters.again();
  expect(letters.answers).toEqual(new Set(['ok']));
  await vi.waitFor(() => {
    expect(arrived(all).toSorted()).toEqual(letters.texts);
  }, 10_000);
  await vi.waitFor(async () => {
    expect(await server.health()).toMatchObject({ db: true });
  }, 15_000);

  disk.fill();
  await letters.untilRefused();
  await server.end('SIGKILL');
  disk.makeRoom();
  await server.resume();
  await reconnected(all);
  // What was acknowledged is there before anything is sent again.
  const safe = letters.all.filter(({ answer }) => answer === 'ok').map(({ text }) => text);
  await vi.waitFor(() => {
    expect(arrived(all).toSorted()).toEqual(safe.toSorted());
  }, 10_000);
  await letters.again();
  expect(letters.answers).toEqual(new Set(['ok']));
  await server.end('SIGTERM');
  expect(keptOn(disk)).toEqual(letters.texts);
  expect(said('Something failed')).toBe(0);
});

test('C2: a disk that was made read-only: the server says so and ends, and once it is mended everything is there', async () => {
  await using disk = await SmallDisk.open(32);
  await using all = await house({}, disk.place);
  const { server } = all;
  const letters = await Letters.in(all);
  await letters.some();
  expect(letters.answers).toEqual(new Set(['ok']));
  await server.end('SIGKILL');
  await disk.mountFor('reading');
  await expect(server.resume()).rejects.toThrow('it lies on a disk that cannot be written');

  await disk.mountFor('writing');
  await server.resume();
  await reconnected(all);
  await letters.some();
  expect(letters.answers).toEqual(new Set(['ok']));
  await server.end('SIGTERM');
  expect(keptOn(disk)).toEqual(letters.texts);
});

test('C2: a disk that is full at the start: that is said, nothing is left half made, and room is all it takes', async () => {
  await using disk = await SmallDisk.open(32);
  const made = () => readdirSync(disk.file('')).toSorted();
  disk.fill();
  const empty = made();
  await expect(house({}, disk.place)).rejects.toThrow('the disk is full');
  expect(made()).toEqual(empty);

  disk.makeRoom();
  await using all = await house({}, disk.place);
  await all.server.end('SIGTERM');
  disk.fill();
  const before = made();
  await expect(all.server.resume()).rejects.toThrow('the disk is full');
  expect(made()).toEqual(before);
  disk.makeRoom();
  await all.server.resume();
  expect(await all.server.health()).toMatchObject({ db: true });
});
