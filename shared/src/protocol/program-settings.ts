import * as v from 'valibot';
import { line } from './fields.ts';

const number = v.pipe(v.number(), v.finite());
const dayTime = v.pipe(v.string(), v.maxLength(5));

/**
 * The whole of a program's settings on the wire. The shape and its bounds are decided here, what
 * makes sense by `checkSettings`, which names the setting at fault.
 */
export const programSettings = v.strictObject({
  messageGate: v.picklist(['required', 'recommended']),
  minimumNotice: number,
  bookingHorizon: number,
  durations: v.pipe(v.array(number), v.maxLength(24)),
  otherLocations: v.pipe(v.array(line), v.maxLength(12)),
  clock: v.strictObject({
    hours: number,
    opens: dayTime,
    closes: dayTime,
    closedDays: v.pipe(v.array(number), v.maxLength(7)),
  }),
  margins: v.strictObject({ before: number, after: number }),
  roomExtension: v.boolean(),
  mentorReviews: v.picklist(['shown', 'hidden']),
});
