import { bookedMinutes, liveOffer, type Booking, type Location } from '@confab/shared';
import { otherKind } from '../terms/terms-draft.ts';
import { TermsForm } from '../terms/terms-form.svelte.ts';

/** The form for another time: it begins with what is on the table, in the writer's zone. */
export function proposedForm(booking: Booking, zone: string): TermsForm {
  const terms = liveOffer(booking)?.terms ?? booking.terms;
  const { startsAt, location } = terms;
  const local = startsAt.toZonedDateTimeISO(zone);
  const form = new TermsForm(zone, {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    minutes: String(bookedMinutes(terms)),
    kind: kindOf(location),
    place: location.kind === 'online' ? '' : location.place,
  });
  // What is on the table has answered which of two instants it is.
  if (form.question) form.which = form.question.earlierAt.equals(startsAt) ? 'earlier' : 'later';
  return form;
}

const kindOf = (location: Location): string =>
  location.kind === 'other' ? otherKind(location.name) : location.kind;
