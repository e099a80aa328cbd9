import type { Booking, Side } from './booking.ts';

/** Which of the two a person is, or null: nobody of this booking. */
export function sideOf(
  booking: Pick<Booking, 'mentorId' | 'menteeId'>,
  personId: string,
): Side | null {
  if (personId === booking.mentorId) return 'mentor';
  return personId === booking.menteeId ? 'mentee' : null;
}

export const otherSide = (side: Side): Side => (side === 'mentor' ? 'mentee' : 'mentor');
