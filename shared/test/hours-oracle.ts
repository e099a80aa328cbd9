import {
  Temporal,
  type Hours,
  type Instant,
  type Interval,
  type TimesAsked,
} from '../src/index.ts';

const minute = 60_000;

/** A wall clock's reading. */
interface Reading {
  date: string;
  time: string;
  weekday: number;
  isQuarter: boolean;
}

/** Reads a zone's wall clock, each minute once. */
function wallClock(zone: string): (at: number) => Reading {
  const read = new Map<number, Reading>();
  return (at) => {
    let reading = read.get(at);
    if (!reading) {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      reading = {
        date: local.toPlainDate().toString(),
        time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
        weekday: local.dayOfWeek,
        isQuarter: local.minute % 15 === 0,
      };
      read.set(at, reading);
    }
    return reading;
  };
}

/** A1 to the letter, for one reading: times of one width compare as text. */
function liesIn({ week, otherDays }: Hours, { date, time, weekday }: Reading): boolean {
  const other = otherDays.find(({ first, last }) => first <= date && date <= last);
  const stretches = other ? other.stretches : (week[weekday - 1] ?? []);
  return stretches.some(({ from, to }) => from <= time && time < to);
}

function* minutesOf(from: number, to: number): Generator<number> {
  for (let at = from; at < to; at += minute) yield at;
}

/** The minutes of an interval and of so much around it. */
const minutesIn = ({ startsAt, endsAt }: Interval, around: number): number[] => [
  ...minutesOf(startsAt.epochMilliseconds - around, endsAt.epochMilliseconds + around),
];

/** The starts that A1 to A6 and A8 leave, asked minute by minute. Exact where everything falls on minutes. */
export function slowOpenTimes(asked: TimesAsked): Instant[] {
  const { hours, zone, sessions, taken, busy, duration, notice, horizon } = asked;
  const clock = wallClock(zone);
  const now = asked.now.epochMilliseconds;
  const heldOn = new Map<string, number>();
  for (const { startsAt, endsAt } of sessions)
    for (const at of minutesOf(startsAt.epochMilliseconds, endsAt.epochMilliseconds))
      heldOn.set(clock(at).date, (heldOn.get(clock(at).date) ?? 0) + 1);
  const pause = hours.pause * minute;
  const blocked = new Set([
    ...sessions.flatMap((held) => minutesIn(held, pause)),
    ...taken.flatMap((held) => minutesIn(held, 0)),
    ...busy.flatMap(({ from, to }) => [...minutesOf(from, to)]),
  ]);
  const fitsDays = (from: number, to: number): boolean => {
    const on = new Map(heldOn);
    const touched = new Set<string>();
    for (const at of minutesOf(from, to)) {
      const { date } = clock(at);
      on.set(date, (on.get(date) ?? 0) + 1);
      touched.add(date);
    }
    const { longestDay } = hours;
    return longestDay === null || [...touched].every((date) => (on.get(date) ?? 0) <= longestDay);
  };
  const starts: Instant[] = [];
  const first = Math.ceil(asked.from.epochMilliseconds / minute) * minute;
  for (const at of minutesOf(first, asked.until.epochMilliseconds)) {
    const ahead = at - now;
    if (ahead <= 0 || ahead < notice * minute || ahead > horizon * 86_400_000) continue;
    if (!clock(at).isQuarter) continue;
    const end = at + duration * minute;
    const minutes = [...minutesOf(at, end)];
    if (minutes.every((one) => liesIn(hours, clock(one)) && !blocked.has(one)) && fitsDays(at, end))
      starts.push(Temporal.Instant.fromEpochMilliseconds(at));
  }
  return starts;
}
