import { bookedMinutes, liveOffer, type Booking, type Location } from '@confab/shared';
import { otherKind, type TermsDraft } from '../terms/terms-form.svelte.ts';

/** What is on the table, as the form for another time begins with it, in the writer's zone. */
export function proposedDraft(booking: Booking, zone: string): TermsDraft {
  const { startsAt, ...rest } = liveOffer(booking)?.terms ?? booking.terms;
  const local = startsAt.toZonedDateTimeISO(zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    minutes: String(bookedMinutes({ startsAt, ...rest })),
    kind: kindOf(rest.location),
    place: rest.location.kind === 'online' ? '' : rest.location.place,
  };
}

function kindOf(location: Location): string {
  return location.kind === 'other' ? otherKind(location.name) : location.kind;
}
