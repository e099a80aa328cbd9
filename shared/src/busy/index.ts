export { calendarAddress, longestAddress } from './address.ts';
export { busyByWeek, busyInWeek, busyOfWeeks, busyWeekOf } from './by-week.ts';
export { mostBusy, packBusy, unpackBusy, busyWithin } from './packed.ts';
export { reachFrom } from './reach.ts';
export type { SourceFault } from './fault.ts';
