import { Temporal, type Instant } from './temporal.ts';

/** Fixed-width ISO-8601 UTC text with milliseconds, so that text order is time order. */
export const toText = (instant: Instant): string =>
  instant.toString({ smallestUnit: 'millisecond' });

/** The instant that {@link toText} wrote. @throws RangeError on anything else that is no instant */
export const fromText = (text: string): Instant => Temporal.Instant.from(text);
