import { Temporal, type Instant } from '@confab/shared';
import type { LiveBooking } from '#lib/live/index.ts';

/** For so long after its end a session is asked about, in hours. */
const asked = 14 * 24;

/** The latest session that was completed lately and that this person has not reviewed; or null. @see F6 */
export function toReview(sessions: LiveBooking[], now: Instant): LiveBooking | null {
  const since = now.subtract({ hours: asked });
  const ended = ({ booking }: LiveBooking) => booking.terms.endsAt;
  const [latest] = sessions
    .filter((one) => one.booking.state === 'completed' && !one.reviewed)
    .filter((one) => Temporal.Instant.compare(ended(one), since) > 0)
    .toSorted((a, b) => Temporal.Instant.compare(ended(b), ended(a)));
  return latest ?? null;
}
