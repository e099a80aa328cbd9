import type { NoticeKind } from '@confab/shared';

/** What a letter in the outbox is about. `calendar-…`: only an entry for one's own calendar. */
export type LetterKind = NoticeKind | 'calendar-request' | 'calendar-cancel' | 'digest';

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
}

/** A letter in words, ready to go. */
export interface Composed {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  calendar: { method: 'REQUEST' | 'CANCEL'; content: string } | null;
}
