import {
  heldInterval,
  openTimes,
  Temporal,
  type Booking,
  type Hours,
  type Instant,
  type Span,
} from '@confab/shared';

/** One coming day as mentees will find it, in the mentor's zone. */
export interface PreviewDay {
  from: Instant;
  to: Instant;
  /** Stretches within which a session can be asked for. */
  open: { from: Instant; to: Instant }[];
  /** Sessions that hold time already. */
  held: { from: Instant; to: Instant }[];
  /** When the mentor is busy elsewhere. */
  elsewhere: { from: Instant; to: Instant }[];
}

const days = 7;
const quarter = 15 * 60_000;

/**
 * The coming seven days under these hours, found by the rule that finds what mentees see.
 *
 * @param duration minutes of the session
 */
export function previewOf(
  hours: Hours,
  {
    zone,
    bookings,
    busy,
    duration,
    now,
  }: {
    zone: string;
    bookings: readonly Booking[];
    busy: readonly Span[];
    duration: number;
    now: Instant;
  },
): PreviewDay[] {
  const sessions = bookings.flatMap((booking) => heldInterval(booking) ?? []);
  const today = now.toZonedDateTimeISO(zone).startOfDay();
  return Array.from({ length: days }, (_, ahead): PreviewDay => {
    const from = today.add({ days: ahead }).startOfDay().toInstant();
    const to = today
      .add({ days: ahead + 1 })
      .startOfDay()
      .toInstant();
    const starts = openTimes({
      hours,
      zone,
      from,
      until: to,
      sessions,
      taken: [],
      busy,
      duration,
      notice: 0,
      horizon: days + 1,
      now,
    });
    const held = sessions
      .filter(({ startsAt, endsAt }) => startsAt.until(to).sign > 0 && from.until(endsAt).sign > 0)
      .map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }));
    const elsewhere = busy
      .filter((one) => one.from < to.epochMilliseconds && from.epochMilliseconds < one.to)
      .map((one) => ({ from: instantAt(one.from), to: instantAt(one.to) }));
    return { from, to, open: runsOf(starts, duration), held, elsewhere };
  });
}

const instantAt = (ms: number): Instant => Temporal.Instant.fromEpochMilliseconds(ms);

/** Starts that follow each other by the quarter, each run up to its last session's end. */
function runsOf(starts: readonly Instant[], duration: number): { from: Instant; to: Instant }[] {
  const runs: { from: Instant; to: Instant }[] = [];
  let last = -Infinity;
  for (const start of starts) {
    const end = start.add({ minutes: duration });
    const run = runs.at(-1);
    if (run && start.epochMilliseconds - last <= quarter) run.to = end;
    else runs.push({ from: start, to: end });
    last = start.epochMilliseconds;
  }
  return runs;
}
