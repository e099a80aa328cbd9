import { randomBytes, randomUUID } from 'node:crypto';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { defaultSettings, joined, packBusy, reachFrom, Temporal, toText } from '@confab/shared';
import { createCore, type Core } from '../../server/src/core.ts';
import { openSqlite } from '../../server/src/db/open.ts';
import { Seal } from '../../server/src/db/seal.ts';
import type { Store } from '../../server/src/db/store.ts';
import { addPerson } from '../../server/src/features/people/store.ts';
import {
  addMembership,
  addProgram,
  changeMembership,
} from '../../server/src/features/programs/store.ts';
import { runs } from '../frame/often.ts';
import { spread, type Spread } from '../frame/spread.ts';
import { officeHours } from './office-hours.ts';

const mentors = 200;
/** Accepted sessions of each mentor in the coming weeks. */
const sessions = 10;
/** Busy times of each in the coming two hundred days. */
const busyTimes = 2_000;
/** A stretch is soon done. */
const times = 2 * runs;
const zones = ['Europe/Helsinki', 'America/New_York', 'Asia/Tokyo', 'UTC', 'Asia/Kolkata'];

const nothing = () => undefined;

/** Milliseconds of processor time for one answer, and of its longest stretch on the event loop. */
interface Answer {
  all: Spread;
  stretch: Spread;
}

export interface Answering {
  free: Answer;
  list: Answer;
  found: number;
}

/** "Who is free on Tuesday afternoon?", and the program's list, in a program of 200 mentors. */
export async function answering(): Promise<Answering> {
  await using store = await openSqlite(':memory:');
  const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
  const core = createCore({
    store,
    clock: () => now,
    media: { onAttendance: nothing } as never,
    signer: { room: () => Promise.resolve(''), probe: () => Promise.resolve('') },
    seal: new Seal(randomBytes(32)),
    pushed: nothing,
    directoryChanged: nothing,
    failed: (error) => {
      throw error;
    },
  });
  const { programId, asker } = await settle(store, core, now);
  const tuesday = {
    programId,
    from: '2026-03-03T10:00:00.000Z',
    until: '2026-03-03T16:00:00.000Z',
    minutes: 30,
  };
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const answer = await core.dispatch.query({ personId: asker, sessionId: '' }, name, input, now);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  const measured = async (name: string, input: unknown): Promise<Answer> => {
    const all: number[] = [];
    const stretches: number[] = [];
    for (let run = -5; run < times; run += 1) {
      const one = await stretchesOf(() => ask(name, input));
      if (run < 0) continue;
      all.push(one.reduce((sum, ms) => sum + ms, 0));
      stretches.push(Math.max(...one));
    }
    return { all: spread(all), stretch: spread(stretches) };
  };
  const { mentorIds } = (await ask('times.free', tuesday)) as { mentorIds: string[] };
  return {
    free: await measured('times.free', tuesday),
    list: await measured('program.open', { programId }),
    found: mentorIds.length,
  };
}

/** Milliseconds of processor time between each two turns of the event loop, until the work is done. */
async function stretchesOf(work: () => Promise<unknown>): Promise<number[]> {
  const stretches: number[] = [];
  let before = process.cpuUsage();
  const took = () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    stretches.push((user + system) / 1000);
  };
  const done = new AbortController();
  const ends = work().finally(() => {
    done.abort();
    took();
  });
  while (!done.signal.aborted) {
    await turnOfTheLoop();
    took();
  }
  await ends;
  return stretches;
}

/** The mentors, their hours by commands, and sessions that hold times of each. */
async function settle(store: Store, core: Core, now: Temporal.Instant) {
  const programId = randomUUID();
  const asker = randomUUID();
  const people = Array.from({ length: mentors }, () => randomUUID());
  await store.write(async (tx) => {
    const program = { id: programId, name: 'Large', purpose: '', settings: defaultSettings };
    await addProgram(tx, program, now);
    for (const [index, id] of [asker, ...people].entries()) {
      const name = `Person ${String(index)}`;
      const zone = zones[index % zones.length] ?? 'UTC';
      await addPerson(tx, { id, name, email: `${id}@example.org`, zone, admin: false }, now);
      await addMembership(tx, programId, id, id === asker ? 'mentee' : 'mentor', now);
      await changeMembership(tx, programId, id, { status: 'active' });
    }
    for (const [index, mentorId] of people.entries())
      for (let n = 0; n < sessions; n += 1) {
        const startsAt = now.add({ hours: 24 * n + (index % 9), minutes: 15 * (n % 4) });
        const endsAt = startsAt.add({ hours: 1 });
        await tx
          .insertInto('booking')
          .values({
            id: randomUUID(),
            program_id: programId,
            mentor_id: mentorId,
            mentee_id: asker,
            state: 'accepted',
            starts_at: toText(startsAt),
            ends_at: toText(endsAt),
            closes_at: toText(endsAt),
            room_id: null,
            requested_at: toText(now),
            document: '{}',
          })
          .execute();
      }
  });
  const give = async (id: string, name: string, input: unknown) => {
    const answer = await core.dispatch.command(
      { personId: id, sessionId: '' },
      name,
      randomUUID(),
      input,
      now,
    );
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  };
  for (const [index, id] of people.entries()) {
    await give(id, 'hours.set', { hours: officeHours });
    const file = { name: 'Elsewhere', busy: busyOf(index, now), leftOut: 0 };
    await give(id, 'calendar-source.add-file', file);
  }
  return { programId, asker };
}

/** Twenty minutes of each two hours and a half or so, from another minute on for each mentor. */
function busyOf(index: number, now: Temporal.Instant): number[] {
  const { from, to } = reachFrom(now.epochMilliseconds, 'address');
  const step = Math.floor((to - from) / busyTimes / 60_000) * 60_000;
  const spans = Array.from({ length: busyTimes }, (_, n) => {
    const begins = from + n * step + (index % 90) * 60_000;
    return { from: begins, to: begins + 20 * 60_000 };
  });
  return packBusy(joined(spans));
}
