import {
  calendarMethod,
  fromText,
  hasRoom,
  isBefore,
  liveOffer,
  sideOf,
  type Booking,
  type Instant,
} from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { Composed } from '../../mail/composed.ts';
import type { LetterKind } from '../../outbox/letter.ts';
import { cards } from '../people/queries.ts';
import { programName } from '../programs/queries.ts';
import { invitation } from './calendar.ts';
import type { Desk } from './desk.ts';
import type { Page } from './page.ts';
import { sessionFacts } from './session-facts.ts';
import { aboutIn, type Told } from './spoken.ts';
import type { Words } from './words/index.ts';

/** Letters about one session. */
type SessionLetterKind = Exclude<LetterKind, 'digest' | 'messages'>;

interface Reader {
  id: string;
  name: string;
  zone: string;
  words: Words;
  address: string;
  wantsCalendar: boolean;
  /** When the letter was made. */
  at: string;
  now: Instant;
}

/** A letter about one session: what it says, and the entry for a calendar if it brings one. */
export async function sessionLetter(
  tx: Tx,
  desk: Desk,
  kind: SessionLetterKind,
  said: Told,
  reader: Reader,
): Promise<{ page: Page; calendar: Composed['calendar'] }> {
  const { booking } = said;
  const { words, zone } = reader;
  const [other] = await cards(tx, [
    sideOf(booking, reader.id) === 'mentor' ? booking.menteeId : booking.mentorId,
  ]);
  const name = other?.name ?? '';
  const offer = awaited(booking, kind, reader.id);
  const about = aboutIn(name, said, zone, words);
  const origin = desk.origin();
  const address = `${origin}/sessions/${booking.id}`;
  const { subject, lead } = words.letters[kind];
  const answer =
    offer && isBefore(reader.now, offer.respondBy)
      ? await desk.answerLink({
          personId: reader.id,
          bookingId: booking.id,
          version: offer.version,
          until: offer.respondBy,
        })
      : null;
  const room =
    kind === 'room-opens' && hasRoom(booking) ? `${origin}/rooms/${booking.roomId}` : null;
  const { buttons } = words;
  const program = await programName(tx, booking.programId);
  const page: Page = {
    language: words.language,
    subject: subject(about),
    greeting: words.greeting(reader.name),
    lead: lead(about),
    facts: sessionFacts(
      said,
      { other: { name, zone: other?.zone ?? zone }, program, offer },
      reader,
    ),
    items: [],
    buttons: [
      ...(answer ? [{ text: buttons.answer, address: answer }] : []),
      ...(room ? [{ text: buttons.room, address: room }] : []),
      { text: buttons.open, address },
    ],
    footer: { text: words.footer(`${origin}/me`) },
  };
  const method = reader.wantsCalendar ? methodOf(kind, booking) : null;
  const content =
    method &&
    invitation(method, booking, {
      other: name,
      page: address,
      words,
      organiser: desk.from,
      to: { name: reader.name, address: reader.address },
      at: fromText(reader.at),
    });
  return { page, calendar: method && content ? { method, content } : null };
}

/** The offer that this letter asks the reader to answer, or null. */
function awaited(booking: Booking, kind: LetterKind, reader: string) {
  const asks = ['requested', 'proposed', 'answer-halfway', 'answer-soon'].includes(kind);
  const offer = asks ? liveOffer(booking) : null;
  return offer && offer.by !== sideOf(booking, reader) ? offer : null;
}

function methodOf(kind: SessionLetterKind, booking: Booking) {
  if (kind === 'calendar-request') return 'REQUEST';
  if (kind === 'calendar-cancel') return 'CANCEL';
  const method = calendarMethod(kind, booking);
  return method && (method === 'request' ? 'REQUEST' : 'CANCEL');
}
