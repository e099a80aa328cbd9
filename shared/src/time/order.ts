import { minuteLength } from './lengths.ts';
import { Temporal, type Instant } from './temporal.ts';

/** Is `a` strictly before `b`? */
export const isBefore = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) < 0;

/** The first of some instants. */
export const earliest = (first: Instant, ...others: Instant[]): Instant =>
  others.reduce((least, one) => (isBefore(one, least) ? one : least), first);

/** The last of some instants. */
export const latest = (first: Instant, ...others: Instant[]): Instant =>
  others.reduce((most, one) => (isBefore(most, one) ? one : most), first);

/** The instant some minutes later, or earlier where they are negative. */
export const addMinutes = (instant: Instant, minutes: number): Instant => instant.add({ minutes });

/** Whole minutes from one instant to another. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.floor((to.epochMilliseconds - from.epochMilliseconds) / minuteLength);
