import {
  fromText,
  isOfCase,
  isReminder,
  remindersOf,
  reminderStill,
  sideOf,
  type Instant,
  type ReminderKind,
} from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { Composed } from '../../mail/composed.ts';
import type { Letter } from '../../outbox/letter.ts';
import { bookingById } from '../bookings/queries.ts';
import { personRow } from '../people/queries.ts';
import { reviewOfMentor } from '../reviews/queries.ts';
import { caseLetter } from './case-letter.ts';
import type { Desk } from './desk.ts';
import { digestOf } from './digest-page.ts';
import { asHtml, asText } from './page.ts';
import { mailChoices } from './queries.ts';
import { sessionLetter } from './session-letter.ts';
import { bookingThen, spokenOf, type Then, type Told } from './spoken.ts';
import { wordsFor } from './words/index.ts';

/**
 * A letter in its recipient's words and zone, as things are when it is sent. What is planned for a
 * time is asked about again, and told of the booking as it is; what has happened is told as it
 * happened, from the booking's events.
 * @returns null when there is nothing to say any more
 * @see N2 N4
 */
export const compose =
  (desk: Desk) =>
  async (tx: Tx, letter: Letter, now: Instant): Promise<Composed | null> => {
    const person = await personRow(tx, letter.personId);
    if (!person) return null;
    const words = wordsFor(person.tongue);
    const reader = { id: person.id, name: person.name, zone: person.zone, words };
    const to = { name: person.name, address: person.email };
    if (letter.kind === 'digest') {
      const page = await digestOf(tx, reader, letter, { origin: desk.origin(), now });
      return page && { to, subject: page.subject, ...bodies(page), calendar: null };
    }
    const then = letter.bookingId && (await bookingThen(tx, letter.bookingId, letter.revision));
    if (!then || letter.kind === 'messages') return null;
    const said = isReminder(letter.kind)
      ? await reminded(tx, letter, letter.kind, then, now)
      : { ...then, ...spokenOf(letter.kind, then, then.booking) };
    if (!said) return null;
    if (letter.kind === 'reviewed' && !(await reviewOfMentor(tx, then.booking.id))) return null;
    if (isOfCase(letter.kind)) {
      const page = await caseLetter(tx, desk, letter.kind, then.booking.id, { ...reader, now });
      return page && { to, subject: page.subject, ...bodies(page), calendar: null };
    }
    const { calendar: wanted } = await mailChoices(tx, person.id);
    const { page, calendar } = await sessionLetter(tx, desk, letter.kind, said, {
      ...reader,
      address: person.email,
      wantsCalendar: wanted !== 'off',
      at: letter.madeAt,
      now,
    });
    return { to, subject: page.subject, ...bodies(page), calendar };
  };

const bodies = (page: Parameters<typeof asText>[0]) => ({ text: asText(page), html: asHtml(page) });

/** What a reminder says of the booking as it is now; null where it does not hold any more. @see N2 */
async function reminded(
  tx: Tx,
  { personId, madeAt }: Letter,
  kind: ReminderKind,
  then: Then,
  now: Instant,
): Promise<Told | null> {
  const booking = await bookingById(tx, then.booking.id);
  const side = sideOf(then.booking, personId);
  const startsAt = remindersOf(then.booking).find((one) => one.kind === kind)?.startsAt;
  if (!booking || !side || !startsAt) return null;
  const told = { kind, side, startsAt, toldAt: fromText(madeAt) };
  if (!reminderStill(booking, told, now)) return null;
  return { booking, event: null, ...spokenOf(kind, then, booking) };
}
