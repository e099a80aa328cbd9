import { Client } from 'pg';
import { expect, inject, test, vi } from 'vitest';
import { Temporal, toText, type Instant } from '@confab/shared';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { nameOf, newDatabase } from '../postgres/new-database.ts';
import { company } from '../stage/company.ts';
import { Stage } from '../stage/stage.ts';
import { patience } from './arrives.ts';
import { freePort } from './free-port.ts';
import { ServerProcess } from './server-process.ts';

vi.setConfig({ testTimeout: 120_000 });

const servers = ['first', 'second'] as const;
const pairs = 4;
const unanswered = 10;
const agreed = 3;

/** Each server comes as somebody else, and the database notes who takes which wake-up. */
const notes = (database: string) => `
  ${servers.map((one) => `create role ${database}_${one} superuser login;`).join('\n')}
  create table taken (kind text, ref text, due_at text, by text);
  create function note_taken() returns trigger language plpgsql as $$ begin
    insert into taken values (old.kind, old.ref, old.due_at, session_user);
    return old;
  end $$;
  create trigger taken after delete on wakeup for each row execute function note_taken()`;

interface Taken {
  kind: string;
  ref: string;
  due_at: string;
  by: string;
}

const at = (instant: Instant) => {
  const [date = '', time = ''] = instant.toString({ smallestUnit: 'minute' }).split(/[TZ]/);
  return { date, time, zone: 'UTC' };
};

/** Requests that nobody answered in time, and sessions that are near, of several pairs of people. */
async function longNight(stage: Stage, now: Instant): Promise<void> {
  const { admin, programId } = await company(stage.now.toString(), stage.core.ledger.store);
  for (let pair = 0; pair < pairs; pair++) {
    const mentor = await stage.person(`Mentor${String(pair)}`, 'UTC');
    const mentee = await stage.person(`Mentee${String(pair)}`, 'UTC');
    await stage.join(admin, programId, mentor, 'mentor');
    await stage.join(admin, programId, mentee, 'mentee');
    await stage.do(mentee, 'chat.send', { to: mentor, text: 'Hello' });
    const request = async (start: Instant) => {
      const { booking } = await stage.do(mentee, 'booking.request', {
        programId,
        mentorId: mentor,
        start: at(start),
        minutes: 60,
        location: { kind: 'online' },
        note: null,
      });
      return booking.id;
    };
    for (let n = 0; n < unanswered; n++) await request(now.add({ hours: 24 * (5 + n) }));
    for (let n = 0; n < agreed; n++) {
      const bookingId = await request(now.add({ hours: 16 + 2 * n }));
      await stage.do(mentor, 'booking.accept', { bookingId, version: 1 });
    }
  }
}

test('D6 N2: two servers wake up at once with a night behind them: each thing is done once, by one of them', async () => {
  await using owned = new AsyncDisposableStack();
  const url = await newDatabase(inject('postgres')?.maintenance ?? '');
  const now = Temporal.Now.instant();
  // What is written now was written two days ago: all of it is over, and nothing is done.
  const before = now.subtract({ hours: 40 });
  const stage = owned.use(Stage.on(await openPostgres(url), before.toString()));
  const { db } = stage;
  const watcher = new Client({ connectionString: url });
  await watcher.connect();
  owned.defer(() => watcher.end());
  await watcher.query(notes(nameOf(url)));
  const processes: ServerProcess[] = [];
  for (const one of servers) {
    const own = new URL(url);
    own.username = `${nameOf(url)}_${one}`;
    const DATABASE_URL = own.href;
    processes.push(owned.use(await ServerProcess.start(await freePort(), { DATABASE_URL })));
  }
  const due = () =>
    db.selectFrom('wakeup').selectAll().where('due_at', '<=', toText(Temporal.Now.instant()));
  const nothingDue = () =>
    vi.waitFor(async () => {
      expect(await due().execute()).toEqual([]);
    }, patience);
  await nothingDue();
  for (const one of processes) await one.halt();
  await longNight(stage, now);
  const planned = await due().execute();
  expect(planned.length).toBeGreaterThan(100);
  await watcher.query('truncate taken');

  // Neither gets ahead: both have begun before one of them may take anything out.
  await watcher.query('begin; lock table wakeup in exclusive mode');
  for (const one of processes) one.goOn();
  await vi.waitFor(async () => {
    const { rows } = await watcher.query<{ usename: string }>(
      `select distinct usename from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(rows).toHaveLength(servers.length);
  }, patience);
  await watcher.query('commit');
  await nothingDue();

  const { rows: taken } = await watcher.query<Taken>('select * from taken');
  const done = taken.filter(({ due_at }) => due_at <= toText(now));
  const nameOfOne = ({ kind, ref, due_at }: Omit<Taken, 'by'>) => [kind, ref, due_at].join(' ');
  expect(done.map(nameOfOne).toSorted()).toEqual(planned.map(nameOfOne).toSorted());
  const by = servers.map((one) => done.filter((row) => row.by.endsWith(one)).length);
  console.log(`of ${String(planned.length)} wake-ups ${by.join(' and ')} were taken by each`);
  expect(Math.min(...by)).toBeGreaterThan(0);

  const expired = await db
    .selectFrom('booking_event')
    .select('booking_id')
    .where('type', '=', 'expired')
    .execute();
  expect(new Set(expired.map((one) => one.booking_id)).size).toBe(pairs * unanswered);
  expect(expired).toHaveLength(pairs * unanswered);
  const told = await db.selectFrom('notice').select(['person_id', 'kind', 'booking_id']).execute();
  expect(new Set(told.map((one) => Object.values(one).join(' '))).size).toBe(told.length);
  const toldOf = (kind: string) => told.filter((one) => one.kind === kind).length;
  expect(toldOf('expired')).toBe(2 * pairs * unanswered);
  expect(toldOf('day-before')).toBe(2 * pairs * agreed);
  for (const one of processes) expect(one.said('Something failed')).toBe(0);
});
