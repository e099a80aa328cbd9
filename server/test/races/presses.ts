import * as fc from 'fast-check';
import { afternoon, ring, type Ring } from './ring.ts';

/** One person presses Accept once. */
export interface Press {
  personId: string;
  bookingId: string;
  version: number;
  mentor: string;
  mentee: string;
  /** Minutes since midnight. */
  from: number;
  to: number;
}

/** When a session is to be: some quarter of an hour of an afternoon, and how long. */
const times = fc.record({
  quarter: fc.integer({ min: 14 * 4, max: 16 * 4 }),
  minutes: fc.constantFrom(30, 60, 90),
});

const people = 100;

/** Times for a hundred presses, and in which order they come. */
export const afternoons = fc.record({
  times: fc.array(times, { minLength: people, maxLength: people }),
  order: fc.shuffledSubarray(
    Array.from({ length: people }, (_, index) => index),
    { minLength: people, maxLength: people },
  ),
});
type Afternoon = typeof afternoons extends fc.Arbitrary<infer Value> ? Value : never;

const timeOf = (quarter: number) =>
  `${String(Math.floor(quarter / 4))}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/**
 * Fifty mentors around a table and fifty mentees between them. Each mentor is asked by both
 * neighbours; one request waits for the mentor, the other was answered with another time and waits
 * for the mentee: a hundred people have one answer to give, whose time both neighbours’ may touch.
 */
export async function presses({ times: all, order }: Afternoon): Promise<{
  ring: Ring;
  presses: Press[];
}> {
  const timeAt = (index: number) => all[index] ?? { quarter: 56, minutes: 60 };
  const made = await ring(people / 2, (index) => ({
    start: afternoon(timeOf(timeAt(index).quarter)),
    minutes: timeAt(index).minutes,
  }));
  const { stage, requests } = made;
  const found = await Promise.all(
    requests.map(async ({ bookingId, mentor, mentee }, index): Promise<Press> => {
      const { quarter, minutes } = timeAt(index);
      const both = { bookingId, mentor, mentee };
      if (index % 2 === 0)
        return { ...both, personId: mentor, version: 1, ...span(quarter, minutes) };
      const later = quarter + 1 + (index % 3);
      const start = afternoon(timeOf(later));
      await stage.do(mentor, 'booking.propose', { bookingId, version: 1, start });
      return { ...both, personId: mentee, version: 2, ...span(later, minutes) };
    }),
  );
  return { ring: made, presses: order.map((index) => found[index] as Press) };
}

const span = (quarter: number, minutes: number) => ({
  from: quarter * 15,
  to: quarter * 15 + minutes,
});

/** Who wins where one comes after the other, minute by minute of everybody's afternoon. @see B6 */
export function winners(inOrder: readonly Press[]): Press[] {
  const taken = new Set<string>();
  return inOrder.filter(({ mentor, mentee, from, to }) => {
    const minutes = Array.from({ length: to - from }, (_, index) => from + index);
    const wanted = [mentor, mentee].flatMap((one) => minutes.map((at) => `${one} ${String(at)}`));
    if (wanted.some((minute) => taken.has(minute))) return false;
    for (const minute of wanted) taken.add(minute);
    return true;
  });
}
