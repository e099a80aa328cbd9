import type { NoticeKind } from '@confab/shared';

/** How letters leave. */
export type Channel = 'mail' | 'push';

/**
 * What a letter in the outbox is about. `calendar-…`: only an entry for one's own calendar.
 * `messages`: that there are some to read.
 */
export type LetterKind =
  NoticeKind | 'calendar-request' | 'calendar-cancel' | 'digest' | 'messages';

/** One letter, as far as it is known before its words are: whom it is for and what it is about. */
export interface Letter {
  /** Also the name under which every copy of it travels. */
  id: string;
  personId: string;
  kind: LetterKind;
  bookingId: string | null;
  /** The booking's revision that it speaks of. */
  revision: number;
  madeAt: string;
  /** How often it has been tried, this time included. */
  attempts: number;
  /** Who takes it from us, where there are several: they rest each by themselves. */
  way: string;
  /** Of a push: the device, and the number of the notice that it tells of. */
  deviceId: string | null;
  noticeNo: number | null;
}
