import type { BookingEventType } from '../booking/event.ts';
import type { Booking, Side } from '../booking/booking.ts';
import { openCaseOf } from '../booking/open-case.ts';
import { otherSide } from '../booking/side.ts';
import type { Instant } from '../time/index.ts';
import type { ReminderKind } from './reminders.ts';

/** What the managers of a program are told of: a session waits for one of them. @see F2 F5 */
const caseKinds = { 'case-contested': 'contested', 'case-forgotten': 'forgotten' } as const;
export type CaseNoticeKind = keyof typeof caseKinds;

/** What a person is told of: something that happened to a booking, a reminder, a review, or a case. */
export type NoticeKind = BookingEventType | ReminderKind | 'reviewed' | CaseNoticeKind;

export const caseNoticeKinds = Object.keys(caseKinds) as CaseNoticeKind[];

export const isOfCase = (kind: string): kind is CaseNoticeKind => Object.hasOwn(caseKinds, kind);

/** Does what a manager was told wait still? Not once it is settled, or its mark taken back. @see N2 */
export const caseWaits = (booking: Booking, kind: CaseNoticeKind, now: Instant): boolean =>
  openCaseOf(booking, now) === caseKinds[kind];

/**
 * Whom a change is told to: the other side; both, where it was nobody's of the two.
 * @see N1
 */
export const toldTo = (by: Side | null): readonly Side[] =>
  by === null ? ['mentor', 'mentee'] : [otherSide(by)];
