import type { Booking } from '@confab/shared';

/** Where a session like this one is requested: the same mentor, duration and place. */
export const againAddress = ({
  id,
  programId,
  mentorId,
}: Pick<Booking, 'id' | 'programId' | 'mentorId'>): string =>
  `/programs/${programId}/mentors/${mentorId}/request?again=${id}`;
