import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Temporal, toText, type Instant } from '@confab/shared';
import { openSqlite } from '../../server/src/db/open.ts';
import { readCalendar } from '../../server/src/features/calendar/feed.ts';
import type { Benchmark } from '../frame/benchmark.ts';
import { runs } from '../frame/often.ts';
import { spread } from '../frame/spread.ts';
import { place } from '../town/place.ts';

const events = 1_000;
const token = 'ab'.repeat(32);

interface Row {
  id: string;
  document: string;
  starts_at: string;
  ends_at: string;
  closes_at: string;
  [column: string]: unknown;
}

/** A private calendar of a thousand sessions, read whole, and asked for again unchanged. */
export const calendar: Benchmark = {
  name: 'calendar',
  async run() {
    using town = await place(1);
    const file = join(town.copy(), 'confab.db');
    const [me] = town.people;
    if (!me) throw new Error('an empty town');
    const now = Temporal.Now.instant();
    const raw = new SqliteDatabase(file);
    const [row] = raw.prepare<[], Row>('select * from booking').all();
    if (!row) throw new Error('no booking');
    const columns = Object.keys(row);
    const insert = raw.prepare(
      `insert into booking values (${columns.map((one) => `@${one}`).join(', ')})`,
    );
    const happen = raw.prepare(
      "insert into booking_event values (?, 1, 'requested', null, ?, '{}')",
    );
    raw.transaction(() => {
      for (let n = 0; n < events; n++) insert.run(agreed(row, now.add({ hours: 24 + 2 * n })));
      for (const { id } of raw
        .prepare<[], Row>("select * from booking where state = 'accepted'")
        .all())
        happen.run(id, toText(now));
      raw
        .prepare('insert into calendar_link values (?, ?, ?)')
        .run(me.id, createHash('sha256').update(token).digest('base64url'), toText(now));
    })();
    raw.close();
    await using store = await openSqlite(file);
    const read = readCalendar(
      store,
      () => 'https://confab.example',
      () => now,
    );
    const whole: number[] = [];
    const again: number[] = [];
    let bytes = 0;
    let found = 0;
    for (let run = -1; run < runs; run++) {
      const began = process.cpuUsage();
      const answer = await read(token, null);
      const took = milliseconds(process.cpuUsage(began));
      const asked = process.cpuUsage();
      const same = await read(token, answer?.etag ?? '');
      const tookAgain = milliseconds(process.cpuUsage(asked));
      if (same?.content !== null) throw new Error('it was read again');
      bytes = answer?.content?.length ?? 0;
      found = answer?.content?.match(/BEGIN:VEVENT/g)?.length ?? 0;
      // The first is for whatever is done once.
      if (run >= 0) whole.push(took);
      if (run >= 0) again.push(tookAgain);
    }
    if (found !== events) throw new Error(`${String(found)} events`);
    const figure = (what: string, values: number[], most: number) => ({
      what,
      unit: 'ms CPU',
      ours: spread(values).median,
      baseline: null,
      bar: { most },
    });
    return {
      figures: [
        figure(`a calendar of ${String(events)} sessions, read whole`, whole, 50),
        { ...figure('the same, 90th percentile', whole, 50), ours: spread(whole).p90 },
        figure('the same, unchanged, by its tag', again, 5),
      ],
      did: { runs, events, bytes, whole, again },
    };
  },
};

/** Of processor time, which other processes do not add to. */
const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;

/** The town's one booking as another, agreed, for an hour from then on. */
function agreed(row: Row, startsAt: Instant): Row {
  const id = randomUUID();
  const starts_at = toText(startsAt);
  const ends_at = toText(startsAt.add({ hours: 1 }));
  const {
    offer: _offer,
    awaiting: _awaiting,
    ...kept
  } = JSON.parse(row.document) as Record<string, unknown>;
  const terms = { ...(kept['terms'] as object), startsAt: starts_at, endsAt: ends_at };
  const state = 'accepted';
  const document = JSON.stringify({
    ...kept,
    id,
    state,
    terms,
    acceptedAt: starts_at,
    proposal: null,
  });
  return { ...row, id, state, starts_at, ends_at, closes_at: ends_at, room_id: null, document };
}
