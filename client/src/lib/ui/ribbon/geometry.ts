import {
  defaultResponseClock,
  Temporal,
  type Instant,
  type PlainDate,
  type ResponseClock,
} from '@confab/shared';

/** The stretch of time that a ribbon shows. */
export interface Range {
  from: Instant;
  to: Instant;
}

/** A stretch of one local day part; `from` and `to` are fractions of the range, 0 to 1. */
export interface Band {
  from: number;
  to: number;
  part: 'day' | 'night';
}

/** A full local hour on the ribbon. */
export interface HourMark {
  at: number;
  hour: number;
  /** The local date, on the first mark of each day. */
  day: PlainDate | null;
}

/** Where a zone's clocks change: by how many minutes, forward when positive. */
export interface ClockChange {
  at: number;
  minutes: number;
}

/** Which hours are light: a response clock's, or 06–22 on every day. */
export type Waking = Pick<ResponseClock, 'opens' | 'closes' | 'closedDays'>;

/** Where an instant lies, as a fraction of the range; outside it, the nearer end. */
export function position({ from, to }: Range, at: Instant): number {
  const whole = to.epochMilliseconds - from.epochMilliseconds;
  const part = at.epochMilliseconds - from.epochMilliseconds;
  return Math.min(1, Math.max(0, part / whole));
}

/** The range of whole local days from one instant to another; 23 or 25 hours where clocks change. */
export function wholeDays(first: Instant, last: Instant, zone: string): Range {
  const from = first.toZonedDateTimeISO(zone).startOfDay();
  const to = last.toZonedDateTimeISO(zone).add({ days: 1 }).startOfDay();
  return { from: from.toInstant(), to: to.toInstant() };
}

/** Waking hours (06–22 local, unless other ones are asked for) and nights, in order and without gaps. */
export function sky(range: Range, zone: string, waking: Waking = defaultResponseClock): Band[] {
  const { opens, closes, closedDays } = waking;
  const light = daysOf(range, zone).filter((date) => !closedDays.includes(date.dayOfWeek));
  const edges = light.flatMap((date) => [
    { at: localTime(date, opens, zone), part: 'day' as const },
    { at: localTime(date, closes, zone), part: 'night' as const },
  ]);
  const bands: Band[] = [];
  let part: Band['part'] = 'night';
  let from = 0;
  for (const edge of edges) {
    const at = position(range, edge.at);
    if (at > from) bands.push({ from, to: at, part });
    from = at;
    part = edge.part;
  }
  if (from < 1) bands.push({ from, to: 1, part });
  return bands;
}

/** Full local hours that are multiples of `every`; a skipped hour is missing, a repeated one is there twice. */
export function hours(range: Range, zone: string, every: number): HourMark[] {
  const marks: HourMark[] = [];
  let day = range.from.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  for (let at = nextFullHour(range.from, zone); before(at, range.to); at = at.add({ hours: 1 })) {
    const local = at.toZonedDateTimeISO(zone);
    if (local.hour % every !== 0 || local.minute !== 0) continue;
    const date = local.toPlainDate();
    const isNew = !day.equals(date);
    marks.push({ at: position(range, at), hour: local.hour, day: isNew ? date : null });
    day = date;
  }
  return marks;
}

/** The clock changes inside the range. */
export function clockChanges(range: Range, zone: string): ClockChange[] {
  const changes: ClockChange[] = [];
  let local = range.from.toZonedDateTimeISO(zone);
  for (;;) {
    const next = local.getTimeZoneTransition('next');
    if (!next || !before(next.toInstant(), range.to)) return changes;
    const earlier = next.subtract({ nanoseconds: 1 });
    const minutes = (next.offsetNanoseconds - earlier.offsetNanoseconds) / 60e9;
    if (minutes !== 0) changes.push({ at: position(range, next.toInstant()), minutes });
    local = next;
  }
}

/** The densest step between hour labels that leaves each the room it needs. */
export function hourStep(range: Range, width: number, labelWidth: number): number {
  const total = (range.to.epochMilliseconds - range.from.epochMilliseconds) / 3_600_000;
  return [1, 2, 3, 6, 12].find((step) => (width / total) * step >= labelWidth) ?? 24;
}

const before = (a: Instant, b: Instant) => Temporal.Instant.compare(a, b) < 0;

function daysOf(range: Range, zone: string): PlainDate[] {
  const last = range.to.toZonedDateTimeISO(zone).toPlainDate();
  const days: PlainDate[] = [];
  let date = range.from.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) days.push(date);
  return days;
}

/** @param time `HH:MM`, up to `24:00` */
function localTime(date: PlainDate, time: string, zone: string): Instant {
  const [day, plainTime] = time === '24:00' ? [date.add({ days: 1 }), '00:00'] : [date, time];
  return day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
}

/** The first full local hour at or after `from`, in zones whose offset is not whole hours, too. */
function nextFullHour(from: Instant, zone: string): Instant {
  const local = from.toZonedDateTimeISO(zone);
  const full = local.round({ smallestUnit: 'hour', roundingMode: 'floor' }).toInstant();
  return before(full, from) ? full.add({ hours: 1 }) : full;
}
