import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Temporal, toText } from '@confab/shared';
import type { Tx } from '../../server/src/db/database.ts';
import { Look } from '../../server/src/db/look.ts';
import { openSqlite } from '../../server/src/db/open.ts';
import { bookingById, viewFor } from '../../server/src/features/bookings/queries.ts';
import { conversationOf } from '../../server/src/features/chat/conversation.ts';
import { appendEntry } from '../../server/src/features/chat/store.ts';
import type { Benchmark } from '../frame/benchmark.ts';
import { runs } from '../frame/often.ts';
import { spread } from '../frame/spread.ts';
import { place } from '../town/place.ts';

const times = 1_000;

/** Microseconds of processor time, for one of `times`. */
async function cost(work: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

/** The store: a booking by its key, and a message put, beside raw prepared statements; all inside one transaction. */
export const store: Benchmark = {
  name: 'store',
  async run() {
    using town = await place(50);
    const folder = town.copy();
    await using kept = await openSqlite(join(folder, 'confab.db'));
    const raw = new SqliteDatabase(join(folder, 'confab.db'));
    raw.pragma('synchronous = FULL');
    const ids = raw.prepare<[], string>('select id from booking').pluck().all();
    const byId = raw.prepare<[string], { document: string }>(
      'select document from booking where id = ?',
    );
    const withProgram = raw.prepare<[string], { document: string; name: string }>(
      'select b.document, p.name from booking b join program p on p.id = b.program_id where b.id = +?',
    );
    const insert = raw.prepare('insert into message values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)');
    const grow = raw.prepare(
      'update conversation set last_seq = last_seq + 1, last_at = ? where id = ? returning last_seq',
    );
    const wrote = raw.prepare(
      'update participant set written = written + 1, read_up_to = ? where conversation_id = ? and person_id = ?',
    );
    const pair = raw.prepare<[string, string], { id: string }>(
      'select * from conversation where low_id = ? and high_id = ?',
    );
    const [me] = town.people;
    if (!me) throw new Error('an empty town');
    const [low, high] = [me.id, me.other].toSorted() as [string, string];
    const now = Temporal.Now.instant();
    const text = 'How was your week? Mine was full.';

    const read = (tx: Tx) =>
      cost(async () => {
        for (let n = 0; n < times; n++) await bookingById(tx, ids[n % ids.length] ?? '');
      });
    const see = (tx: Tx) =>
      cost(async () => {
        for (let n = 0; n < times; n++) await viewFor(tx, me.id, ids[n % ids.length] ?? '');
      });
    const seeRaw = () =>
      cost(() => {
        for (let n = 0; n < times; n++)
          JSON.parse(withProgram.get(ids[n % ids.length] ?? '')?.document ?? '');
      });
    const readRaw = () =>
      cost(() => {
        for (let n = 0; n < times; n++) byId.get(ids[n % ids.length] ?? '');
      });
    const readParsed = () =>
      cost(() => {
        for (let n = 0; n < times; n++)
          JSON.parse(byId.get(ids[n % ids.length] ?? '')?.document ?? '');
      });
    const both = [me.id, me.other] as const;
    const put = (tx: Tx) =>
      cost(async () => {
        for (let n = 0; n < times; n++)
          await appendEntry(
            { tx, now, look: new Look(tx, now) },
            (await conversationOf(tx, ...both))?.id ?? '',
            both,
            {
              id: randomUUID(),
              kind: 'text',
              author_id: me.id,
              text,
              booking_id: null,
              event: null,
              starts_at: null,
              change: null,
            },
          );
      });
    const putRaw = () =>
      cost(() => {
        for (let n = 0; n < times; n++) {
          const at = toText(now);
          const id = pair.get(low, high)?.id;
          const { last_seq } = grow.get(at, id) as { last_seq: number };
          insert.run(randomUUID(), id, last_seq, 'text', me.id, text, null, null, null, at);
          wrote.run(last_seq, id, me.id);
        }
      });
    /** Undone in the end, so that each run finds the same. */
    const undone = async (work: () => Promise<number>): Promise<number> => {
      raw.exec('begin');
      const found = await work();
      raw.exec('rollback');
      return found;
    };

    const found: Record<string, number[]> = {};
    for (let run = -1; run < runs; run++) {
      const one = {
        see: await kept.read(see),
        seeRaw: await undone(seeRaw),
        read: await kept.read(read),
        readRaw: await undone(readRaw),
        readParsed: await undone(readParsed),
        put: await kept.write(put),
        putRaw: await undone(putRaw),
      };
      // The first is for whatever is done once.
      if (run >= 0)
        for (const [what, value] of Object.entries(one)) (found[what] ??= []).push(value);
    }
    raw.close();
    const median = (what: string) => spread(found[what] ?? []).median;
    return {
      figures: [
        {
          what: 'a booking by its key, as it is shown; raw: the same, its document parsed',
          unit: 'µs CPU',
          ours: median('see'),
          baseline: median('seeRaw'),
          bar: { most: 3 },
        },
        {
          what: 'a booking by its key, in the shape rules decide on; raw: its document parsed',
          unit: 'µs CPU',
          ours: median('read'),
          baseline: median('readParsed'),
          bar: { most: 3 },
        },
        {
          what: 'the same; raw: its text alone',
          unit: 'µs CPU',
          ours: median('read'),
          baseline: median('readRaw'),
          bar: { most: 3 },
        },
        {
          what: 'a message put (four statements)',
          unit: 'µs CPU',
          ours: median('put'),
          baseline: median('putRaw'),
          bar: null,
        },
      ],
      did: { runs, times, bookings: ids.length, found },
    };
  },
};
