import { caseWaits, sideOf, type CaseNoticeKind, type Instant } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import { bookingById } from '../bookings/queries.ts';
import { cards } from '../people/queries.ts';
import { managersOf, programName } from '../programs/queries.ts';
import type { Desk } from './desk.ts';
import { pagePath } from './page-path.ts';
import type { Page } from './page.ts';
import { aboutIn, plain } from './spoken.ts';
import type { Words } from './words/index.ts';

/**
 * To a manager: a session waits, and where. What the two say of it is not in it.
 * @returns null when it waits no more, or not for this person @see F2 F5 N2
 */
export async function caseLetter(
  tx: Tx,
  desk: Desk,
  kind: CaseNoticeKind,
  bookingId: string,
  reader: { id: string; name: string; zone: string; words: Words; now: Instant },
): Promise<Page | null> {
  const { words, zone, now } = reader;
  const booking = await bookingById(tx, bookingId);
  if (!booking || !caseWaits(booking, kind, now) || sideOf(booking, reader.id)) return null;
  if (!(await managersOf(tx, booking.programId)).includes(reader.id)) return null;
  const people = await cards(tx, [booking.menteeId, booking.mentorId]);
  const called = (id: string) => people.find((one) => one.id === id)?.name ?? '';
  const name = words.pair(called(booking.menteeId), called(booking.mentorId));
  const about = aboutIn(name, plain(booking.terms), zone, words);
  const { subject, lead } = words.letters[kind];
  const origin = desk.origin();
  return {
    language: words.language,
    subject: subject(about),
    greeting: words.greeting(reader.name),
    lead: lead(about),
    facts: [
      [words.facts.when, about.when],
      [words.facts.program, await programName(tx, booking.programId)],
    ],
    items: [],
    buttons: [{ text: words.buttons.case, address: `${origin}${pagePath(booking, true)}` }],
    footer: { text: words.footer(`${origin}/me`) },
  };
}
