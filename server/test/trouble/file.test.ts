import { mkdtempSync, openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '../../src/db/open.ts';
import { storeNews } from '../../src/db/store-news.ts';
import { company, requested, type Company } from '../stage/company.ts';
import { Stage } from '../stage/stage.ts';

let folder: string;
let file: string;
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confab-trouble-'));
  file = join(folder, 'confab.db');
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (_: object, line?: string) => void lines.push(line ?? '');
const note = (line: string) => void lines.push(line);

/** People on a file, and what the operator is told of it. */
async function onFile(): Promise<Company> {
  const news = storeNews({ error: write, info: note } as never);
  const store = await openSqlite(file, { watch: { committed: news.kept, failed: news.gone } });
  return company('2026-03-02T09:00:00Z', store);
}

const everything = async ({ stage }: Company) => {
  const rows = [];
  for (const table of ['message', 'feed_entry', 'command_outcome', 'booking', 'wakeup'] as const)
    rows.push(await stage.db.selectFrom(table).selectAll().execute());
  return JSON.stringify(rows);
};

/** Commands that each write more than the file has room for. */
const large = ({ mentor, mentee }: Company) => [
  { by: mentee, name: 'chat.send', input: { to: mentor, text: 'x'.repeat(4000) } },
  { by: mentor, name: 'chat.send', input: { to: mentee, text: 'y'.repeat(4000) } },
];

const small = ({ mentor, admin, programId }: Company, bookingId: string) => [
  { by: mentor, name: 'booking.accept', input: { bookingId, version: 1 } },
  { by: admin, name: 'admin.suspend', input: { programId, personId: mentor } },
];

test.each([
  {
    fault: 'may be read only',
    begin: 'pragma query_only = on',
    end: 'pragma query_only = off',
    calls: small,
    says: 'the database cannot be written. They are told to wait, and Confab goes on by itself once it can. See that confab.db and its folder belong',
  },
  {
    fault: 'is full',
    begin: 'pragma max_page_count = 1',
    end: 'pragma max_page_count = 1000000',
    calls: large,
    says: 'the disk is full. They are told to wait, and Confab goes on by itself once it can. Make room on the disk of CONFAB_DATA',
  },
])('B5 C2: a file that $fault: told once with the mend, nothing half done', async (given) => {
  const all = await onFile();
  await using stage = all.stage;
  const bookingId = await requested(all);
  const before = await everything(all);
  // Pages that stand free would be room.
  await sql`vacuum`.execute(stage.db);
  await sql.raw(given.begin).execute(stage.db);
  const calls = given.calls(all, bookingId).map((call) => ({ ...call, id: randomUUID() }));
  const give = () =>
    Promise.all(
      calls.map(({ by, name, input, id }) =>
        stage.give(by, name as 'chat.send', input as never, id),
      ),
    );
  for (const _ of [1, 2])
    for (const answer of await give()) expect(answer).toEqual({ ok: false, code: 'unavailable' });
  // Reading goes on.
  const { booking } = await stage.know(all.mentee, 'booking.open', { bookingId });
  expect(booking.state).toBe('pending');
  expect(lines).toEqual([beginning(`What people send cannot be kept: ${given.says}`)]);

  await sql.raw(given.end).execute(stage.db);
  expect(await everything(all)).toBe(before);
  for (const answer of await give()) expect(answer).toMatchObject({ ok: true });
  expect(stage.failures).toEqual([]);
});

const beginning = (text: string) => expect.stringMatching(new RegExp(`^${text}`)) as string;

test('a page of the file is damaged: what lies on it cannot be had, all else goes on', async () => {
  const first = await onFile();
  const { mentor, mentee, stranger, admin, programId } = first;
  await first.stage.join(admin, programId, stranger, 'mentee');
  for (let n = 0; n < 60; n++)
    await first.stage.do(mentee, 'chat.send', {
      to: mentor,
      text: `number ${String(n)} ${'x'.repeat(3000)}`,
    });
  await first.stage[Symbol.asyncDispose]();
  // Pages on which some of the words lie, zeroed as a bad disk may give them back.
  const bytes = readFileSync(file);
  const handle = openSync(file, 'r+');
  for (let at = 0; at < bytes.length; at += 4096)
    if (/number [23]\d x{100}/.test(bytes.toString('latin1', at, at + 4096)))
      writeSync(handle, Buffer.alloc(4096), 0, 4096, at);
  closeSync(handle);

  const news = storeNews({ error: write, info: note } as never);
  const store = await openSqlite(file, { watch: { committed: news.kept, failed: news.gone } });
  await using stage = Stage.on(store, '2026-03-02T10:00:00Z');
  const history = await stage.ask(mentee, 'chat.history', { with: mentor, before: 99 });
  expect(history).toEqual({ ok: false, code: 'unavailable' });
  expect(lines).toEqual([
    beginning('What people send cannot be kept: the database’s file is damaged'),
  ]);
  expect(lines[0]).toContain('bring confab.db back from a backup');
  expect(await stage.ask(stranger, 'program.list', {})).toMatchObject({ ok: true });
  const said = await stage.give(stranger, 'chat.send', { to: mentor, text: 'Is anybody there?' });
  expect(said).toMatchObject({ ok: true });
});
