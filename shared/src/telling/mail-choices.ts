import type { Booking } from '../booking/booking.ts';
import type { NoticeKind } from './notice.ts';

/** When mail about something is sent: at once, in one mail a day, or never. */
export type MailChoice = 'at-once' | 'daily' | 'off';

/** What mail can be about, and what can be chosen for it: what is urgent does not wait for a day. */
export const mailTopics = {
  /** Somebody waits for an answer. */
  answers: ['at-once', 'off'],
  /** What was asked for or agreed is answered, moved or cancelled. */
  changes: ['at-once', 'off'],
  /** A session is near, or over and not marked. */
  reminders: ['at-once', 'off'],
  /** Marks after a session, and what changes little. */
  afterwards: ['at-once', 'daily', 'off'],
  /** Sessions that wait for whoever manages the program. @see F2 F5 */
  cases: ['at-once', 'daily', 'off'],
  /** Messages that were not read. */
  messages: ['daily', 'off'],
  /** An entry for one's own calendar, whoever agreed. @see N3 */
  calendar: ['at-once', 'off'],
} as const satisfies Record<string, readonly MailChoice[]>;

export type MailTopic = keyof typeof mailTopics;

/** What a person has chosen for each. @see N1 */
export type MailChoices = { [Topic in MailTopic]: (typeof mailTopics)[Topic][number] };

export const defaultMailChoices: MailChoices = {
  answers: 'at-once',
  changes: 'at-once',
  reminders: 'at-once',
  afterwards: 'daily',
  cases: 'daily',
  messages: 'daily',
  calendar: 'at-once',
};

const topics: Record<NoticeKind, MailTopic> = {
  requested: 'answers',
  proposed: 'answers',
  'answer-halfway': 'answers',
  'answer-soon': 'answers',
  accepted: 'changes',
  moved: 'changes',
  declined: 'changes',
  'proposal-refused': 'changes',
  'proposal-withdrawn': 'changes',
  'proposal-lapsed': 'changes',
  withdrawn: 'changes',
  expired: 'changes',
  cancelled: 'changes',
  'day-before': 'reminders',
  'hour-before': 'reminders',
  'room-opens': 'reminders',
  unmarked: 'reminders',
  'still-unmarked': 'reminders',
  completed: 'afterwards',
  'marked-no-show': 'afterwards',
  undone: 'afterwards',
  contested: 'afterwards',
  settled: 'afterwards',
  'room-extended': 'afterwards',
  reviewed: 'afterwards',
  'case-contested': 'cases',
  'case-forgotten': 'cases',
};

/** What a notice is about, as far as mail goes. */
export const topicOf = (kind: NoticeKind): MailTopic => topics[kind];

/** Kinds of notices that a person is mailed of once a day. */
export const dailyKinds = (choices: MailChoices): NoticeKind[] =>
  (Object.keys(topics) as NoticeKind[]).filter((kind) => choices[topics[kind]] === 'daily');

/** What an event means for people's calendars; null: nothing. @see N3 */
export function calendarMethod(kind: NoticeKind, after: Booking): 'request' | 'cancel' | null {
  if (kind === 'accepted' || kind === 'moved') return 'request';
  return kind === 'cancelled' && after.state === 'cancelled' && after.from === 'accepted'
    ? 'cancel'
    : null;
}
