import {
  applyEvent,
  defaultMailChoices,
  fromJson,
  fromText,
  type Booking,
  type BookingEvent,
  type Instant,
  type Json,
  type MailChoices,
} from '@confab/shared';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { eventsOf } from '../bookings/queries.ts';

export { eventOf, product } from './calendar.ts';
export { momentIn } from './moments.ts';
export { pagePath } from './page-path.ts';
export { wordsFor, type Words } from './words/index.ts';

/** What a person has chosen to be mailed about. */
export async function mailChoices(tx: Tx, personId: string): Promise<MailChoices> {
  const [row] = await chosenBy(tx, personId);
  return { ...defaultMailChoices, ...(row && (JSON.parse(row.choices) as Partial<MailChoices>)) };
}

const chosenBy = askedOften((tx, personId: string) =>
  tx.selectFrom('mail_choice').select('choices').where('person_id', '=', personId),
);

/** When this person's last letter of a day was made before this one; a week ago where none was. */
export async function lastDigest(tx: Tx, personId: string, madeAt: string): Promise<Instant> {
  const row = await tx
    .selectFrom('outbox')
    .select('made_at')
    .where('person_id', '=', personId)
    .where('kind', '=', 'digest')
    .where('state', '=', 'sent')
    .where('made_at', '<', madeAt)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromText(row.made_at) : fromText(madeAt).subtract({ hours: 7 * 24 });
}

/** The booking as it was after one of its events, however it has gone on. */
export async function bookingThen(
  tx: Tx,
  bookingId: string,
  revision: number,
): Promise<{ booking: Booking; event: BookingEvent } | null> {
  const rows = (await eventsOf(tx, bookingId)).slice(0, revision);
  const events = rows.map(({ document }) =>
    fromJson<BookingEvent>(JSON.parse(document) as Json<BookingEvent>),
  );
  const booking = events.reduce<Booking | null>(applyEvent, null);
  const event = events.at(-1);
  return booking && event ? { booking, event } : null;
}
