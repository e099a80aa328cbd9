import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Temporal } from '@confab/shared';
import { protocolVersion } from '@confab/shared/protocol';
import { createCore, planAnew } from '../../server/src/core.ts';
import { openSqlite } from '../../server/src/db/open.ts';
import { Seal } from '../../server/src/db/seal.ts';
import { watchDirectories } from '../../server/src/features/programs/directory-watch.ts';
import { endBrokenStays } from '../../server/src/features/rooms/attendance.ts';
import { roomsAt } from '../../server/src/features/rooms/places.ts';
import { keepTidy } from '../../server/src/wakeup/tidy.ts';
import type { Benchmark } from '../frame/benchmark.ts';
import type { Figure } from '../frame/figure.ts';
import { runs } from '../frame/often.ts';
import { spread } from '../frame/spread.ts';
import { place } from '../town/place.ts';
import { grow } from './city.ts';

/** People with a mentor or mentee each; the rest is spread over them. */
const pairs = 500;
const size = {
  bookings: 100_000,
  messages: 1_000_000,
  entries: 1_000,
};
/** Milliseconds that nothing should take at a stretch: everybody waits for it. */
const bar = { most: 8 };

const nothing = () => undefined;
const media = { place: () => '', leastBusy: () => '', open: () => Promise.resolve() };

/** What takes longest at a stretch in an installation that is years old. */
export const long: Benchmark = {
  name: 'long',
  async run() {
    using town = await place(pairs);
    const folder = town.copy();
    const now = Temporal.Now.instant();
    grow(folder, town.people, size, now);
    await using store = await openSqlite(join(folder, 'confab.db'));
    const core = createCore({
      store,
      clock: () => now,
      media: media as never,
      signer: { room: () => Promise.resolve(''), probe: () => Promise.resolve('') },
      seal: new Seal(randomBytes(32)),
      pushed: nothing,
      directoryChanged: nothing,
      failed: (error) => {
        throw error;
      },
    });
    const [busiest, mentee] = town.people;
    const usual = town.people[10];
    if (!busiest || !mentee || !usual) throw new Error('an empty town');
    const { id: admin } = await store.db
      .selectFrom('person')
      .select('id')
      .where('admin', '=', 1)
      .executeTakeFirstOrThrow();
    const { id: programId } = await store.db
      .selectFrom('program')
      .select('id')
      .executeTakeFirstOrThrow();
    const { id: bookingId } = await store.db
      .selectFrom('booking')
      .select('id')
      .where('mentor_id', '=', busiest.id)
      .executeTakeFirstOrThrow();
    const { seq } = await store.db
      .selectFrom('feed_head')
      .select('seq')
      .where('person_id', '=', usual.id)
      .executeTakeFirstOrThrow();

    const ask = (personId: string, name: string, input: object) => async () => {
      const answer = await core.dispatch.query({ personId, sessionId: '' }, name, input, now);
      if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
    };
    const give = (personId: string, name: string, input: object) => async () => {
      const answer = await core.dispatch.command(
        { personId, sessionId: '' },
        name,
        randomUUID(),
        input,
        now,
      );
      if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
    };
    const status = { at: now, rooms: [] } as never;
    const directories = await watchDirectories(store);
    const shelf = (name: string) => ({ shelf: name, before: null });
    const anew = { protocol: protocolVersion, after: null };
    const works: Record<string, () => Promise<unknown>> = {
      'a window opens: whoever has a usual life': ask(usual.id, 'live.resume', anew),
      'a window opens: whoever has most': ask(busiest.id, 'live.resume', anew),
      'a window catches up: one answer of several': ask(usual.id, 'live.resume', {
        protocol: protocolVersion,
        after: seq - 200,
      }),
      'sessions, upcoming, of whoever has most': ask(busiest.id, 'booking.list', shelf('upcoming')),
      'sessions, past, of whoever has most': ask(busiest.id, 'booking.list', shelf('past')),
      'one session of whoever has most': ask(busiest.id, 'booking.open', { bookingId }),
      'a page of a conversation': ask(usual.id, 'chat.history', { with: usual.other, before: 900 }),
      'the programs': ask(usual.id, 'program.list', {}),
      'a program and its 500 mentors': ask(usual.id, 'program.open', { programId }),
      'a mentor of 500': ask(mentee.id, 'mentor.open', { programId, mentorId: busiest.id }),
      'the admin’s page': ask(admin, 'admin.overview', {}),
      'a message': give(usual.id, 'chat.send', { to: usual.other, text: 'Hello' }),
      'a new name of whoever has most': give(busiest.id, 'person.update', { name: 'Aino' }),
      'tidying, at a stretch': () => store.write((tx) => keepTidy({ tx, now })),
      'planning anew, as at the start': () => planAnew(core.ledger, now),
      'the rooms of a node that is back': () => roomsAt(core.ledger, () => now)(''),
      'the stays of a node that is back': () => endBrokenStays(core.ledger, () => now)('', status),
      'the directories that have changed': () => directories(),
    };
    const figures: Figure[] = [];
    const did: Record<string, unknown> = { ...size, people: town.people.length };
    for (const [what, work] of Object.entries(works)) {
      const took: number[] = [];
      for (let run = -1; run < runs; run++) {
        const { user, system } = process.cpuUsage();
        await work();
        const after = process.cpuUsage();
        if (run >= 0) took.push((after.user - user + after.system - system) / 1_000);
      }
      const { median, p90 } = spread(took);
      did[what] = { median, p90 };
      figures.push({ what, unit: 'ms CPU', ours: median, baseline: null, bar });
    }
    return { figures, did };
  },
};
