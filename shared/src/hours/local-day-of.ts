import { Temporal } from '../time/index.ts';

const dayZero = '1970-01-01';

/** The local day of a date, counted from 1970-01-01. @throws RangeError on text that is no date */
export const localDayOf = (date: string): number =>
  Temporal.PlainDate.from(dayZero).until(date, { largestUnit: 'day' }).days;
