import type { Instant, ZonedDateTime } from './temporal.ts';

/** A stretch in which a zone's local time runs evenly. All in milliseconds. */
export interface ConstantOffset {
  /** Since the epoch, inclusive. */
  from: number;
  /** Since the epoch, exclusive; Infinity when the zone never changes again. */
  to: number;
  /** What local time is ahead of UTC. */
  offset: number;
}

/** The stretches of even local time from an instant on, each touching the next. */
export function* constantOffsets(from: Instant, zone: string): Generator<ConstantOffset> {
  let current: ZonedDateTime | null = from.toZonedDateTimeISO(zone);
  while (current) {
    const next: ZonedDateTime | null = current.getTimeZoneTransition('next');
    yield {
      from: current.epochMilliseconds,
      to: next?.epochMilliseconds ?? Infinity,
      offset: current.offsetNanoseconds / 1e6,
    };
    current = next;
  }
}
