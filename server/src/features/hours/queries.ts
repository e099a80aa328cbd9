import {
  latest,
  nextOpenTime,
  type Hours,
  type Instant,
  type Interval,
  type ProgramSettings,
  type TimesAsked,
} from '@confab/shared';
import { inTurns } from '../../command/in-turns.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { heldByEach } from '../bookings/queries.ts';
import { busyOfEach } from '../busy/queries.ts';

/** A mentor's hours, or null where none are set. */
export async function hoursOf(tx: Tx, personId: string): Promise<Hours | null> {
  return (await hoursOfEach(tx, [personId])).get(personId) ?? null;
}

async function hoursOfEach(tx: Tx, personIds: readonly string[]): Promise<Map<string, Hours>> {
  const rows = await tx
    .selectFrom('hours')
    .selectAll()
    .where(oneOf(tx, 'person_id', personIds))
    .execute();
  return new Map(rows.map((row) => [row.person_id, JSON.parse(row.document) as Hours]));
}

/** Hours around a range in which sessions bear on it: by the longest day and the pauses. @see A4 A5 */
const around = 48;

export interface Asked {
  settings: ProgramSettings;
  from: Instant;
  until: Instant;
  /** Minutes. */
  duration: number;
  now: Instant;
}

type MentorRow = { id: string; zone: string };

/**
 * What decides the open times of each of these mentors; those without hours are left out.
 *
 * @param taken times that are taken besides, whoever the mentor is
 * @param except a booking that holds nothing here, for it is the one to be moved
 */
export async function timesAskedOf(
  tx: Tx,
  mentors: readonly MentorRow[],
  { settings, ...asked }: Asked,
  { taken = [], except = null }: { taken?: Interval[]; except?: string | null } = {},
): Promise<Map<string, TimesAsked>> {
  const hours = await hoursOfEach(
    tx,
    mentors.map(({ id }) => id),
  );
  const range = {
    from: latest(asked.from, asked.now).subtract({ hours: around }),
    until: asked.until.add({ minutes: asked.duration }).add({ hours: around }),
  };
  const ids = [...hours.keys()];
  const held = await heldByEach(tx, ids, range, except);
  const until = asked.until.add({ minutes: asked.duration });
  const busyOf = await busyOfEach(tx, ids, { from: latest(asked.from, asked.now), until });
  const limits = { notice: settings.minimumNotice, horizon: settings.bookingHorizon };
  return new Map(
    mentors.flatMap(({ id, zone }): [string, TimesAsked][] => {
      const own = hours.get(id);
      const sessions = held.get(id) ?? [];
      const busy = busyOf.get(id) ?? [];
      return own ? [[id, { ...asked, ...limits, hours: own, zone, sessions, taken, busy }]] : [];
    }),
  );
}

/** Days in which most mentors have an open time, and then the others; beyond them only the rest. */
const soon = [4, 14];

/** For each of these mentors the next start that is open for the program's shortest session. @see A6 */
export async function nextOpenTimes(
  tx: Tx,
  mentors: readonly MentorRow[],
  settings: ProgramSettings,
  now: Instant,
): Promise<Map<string, Instant>> {
  const found = new Map<string, Instant>();
  const duration = settings.durations[0] ?? 0;
  for (const days of [...soon, settings.bookingHorizon + 1]) {
    const others = mentors.filter(({ id }) => !found.has(id));
    if (others.length === 0) break;
    const until = now.add({ hours: days * 24 });
    const asked = await timesAskedOf(tx, others, { settings, from: now, until, duration, now });
    for (const [id, one] of asked) {
      const next = nextOpenTime(one);
      if (next) found.set(id, next);
    }
  }
  return found;
}

/**
 * Those of the mentors who have an open time, whoever asks, for a whole session within the time
 * asked for: read now, and found in turns.
 */
export async function freeMentors(
  tx: Tx,
  mentors: readonly MentorRow[],
  { until, duration, ...asked }: Asked,
): Promise<() => Promise<string[]>> {
  const lastStart = until.subtract({ minutes: duration }).add({ milliseconds: 1 });
  const all = await timesAskedOf(tx, mentors, { ...asked, until: lastStart, duration });
  return async () => {
    const found = await inTurns(all, ([id, one]) => (nextOpenTime(one) ? [id] : []));
    return found.flat();
  };
}
