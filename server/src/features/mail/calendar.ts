import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { Booking, Instant } from '@confab/shared';
import { placeIn } from './place.ts';
import type { Words } from './words/index.ts';

/** Whom a calendar is for, and what it may say. */
export interface CalendarFor {
  /** The other's name. */
  other: string;
  /** The booking's page. */
  page: string;
  words: Words;
}

const date = (at: Instant): Date => new Date(at.epochMilliseconds);

/**
 * A booking as an event: one UID for life, SEQUENCE rising with every change, times in UTC, which
 * every calendar shows in its own zone. Notes and reasons stay in Confab. @see N3
 */
export function eventOf(booking: Booking, { other, page, words }: CalendarFor) {
  const { startsAt, endsAt, location } = booking.terms;
  return {
    id: `${booking.id}@confab`,
    sequence: booking.revision,
    start: date(startsAt),
    end: date(endsAt),
    summary: words.calendar.summary(other),
    description: words.calendar.description(page),
    // The way to the room is on the session's page.
    location: location.kind === 'online' ? page : placeIn(location, words),
    url: page,
    status: booking.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}

/** Who writes a calendar, and in which language. */
export const product = ({ language }: Words) => ({
  company: 'Confab',
  product: 'Confab',
  language: language.toUpperCase(),
});

/** An invitation or a cancellation for the recipient's own calendar. @see N3 */
export function invitation(
  method: 'REQUEST' | 'CANCEL',
  booking: Booking,
  whom: CalendarFor & {
    organiser: { name: string; address: string };
    to: { name: string; address: string };
    at: Instant;
  },
): string {
  const calendar = ical({ prodId: product(whom.words), method: ICalCalendarMethod[method] });
  const event = calendar.createEvent({ ...eventOf(booking, whom), stamp: date(whom.at) });
  // Neither of the two learns the other's address: Confab invites each of them.
  event.organizer({ name: whom.organiser.name, email: whom.organiser.address });
  event.createAttendee({
    name: whom.to.name,
    email: whom.to.address,
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  });
  return calendar.toString();
}
