import type { BookingEventType } from '../booking/event.ts';
import type { Side } from '../booking/booking.ts';
import { otherSide } from '../booking/side.ts';
import type { ReminderKind } from './reminders.ts';

/** What a person is told of: something that happened to a booking, a reminder, or a review. */
export type NoticeKind = BookingEventType | ReminderKind | 'reviewed';

/**
 * Whom a change is told to: the other side; both, where it was nobody's of the two.
 * @see N1
 */
export const toldTo = (by: Side | null): readonly Side[] =>
  by === null ? ['mentor', 'mentee'] : [otherSide(by)];
