import { Temporal, type Instant } from './temporal.ts';

/**
 * Fixed-width ISO-8601 UTC text with milliseconds, so that text order is time order. Written by
 * `Date`, which writes the same several times as fast; every row and every message asks for it.
 */
export function toText({ epochMilliseconds }: Instant): string {
  if (epochMilliseconds !== last.at)
    last = { at: epochMilliseconds, text: new Date(epochMilliseconds).toISOString() };
  return last.text;
}

/** One command writes its `now` many times. */
let last = { at: 0, text: new Date(0).toISOString() };

/** The instant that {@link toText} wrote. @throws RangeError on anything else that is no instant */
export const fromText = (text: string): Instant => Temporal.Instant.from(text);
