import { Temporal, type Instant } from './temporal.ts';
import { isZone } from './zone.ts';

/** A wall-clock moment as its author meant it. @see B8 */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM` */
  time: string;
  /** IANA zone of the author. */
  zone: string;
  /** Which of two instants, where the zone's clocks make it a question. */
  which?: 'earlier' | 'later' | undefined;
}

export type ResolvedMoment =
  | { ok: true; at: Instant }
  /** There is no such date, time or zone. */
  | { ok: false; code: 'bad-time' }
  /** The zone's clocks skip it, or show it twice: the author is asked which of the two it is. */
  | { ok: false; code: 'time-gap' | 'time-fold'; earlierAt: Instant; laterAt: Instant };

/** Temporal would read more than this: years beyond 9999, seconds, zones. */
const wallPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * The instant that a local date and time means; never a guess. In a gap the two offered are the
 * time asked for, moved earlier and later by the skipped length. @see B8
 */
export function resolveLocal(moment: LocalMoment): ResolvedMoment {
  const wall = wallTime(moment);
  if (wall === null || !isZone(moment.zone)) return { ok: false, code: 'bad-time' };
  const earlier = wall.toZonedDateTime(moment.zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(moment.zone, { disambiguation: 'later' });
  const earlierAt = earlier.toInstant();
  const laterAt = later.toInstant();
  if (earlierAt.equals(laterAt)) return { ok: true, at: earlierAt };
  if (moment.which) return { ok: true, at: moment.which === 'earlier' ? earlierAt : laterAt };
  const code = earlier.toPlainDateTime().equals(wall) ? 'time-fold' : 'time-gap';
  return { ok: false, code, earlierAt, laterAt };
}

function wallTime({ date, time }: LocalMoment) {
  const text = `${date}T${time}`;
  if (!wallPattern.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text);
  } catch {
    return null;
  }
}
