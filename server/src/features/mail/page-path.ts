import type { Booking } from '@confab/shared';

/** Where a booking is: its own page for its two, that of its case for who manages the program. */
export const pagePath = ({ id, programId }: Pick<Booking, 'id' | 'programId'>, isCase: boolean) =>
  isCase ? `/programs/${programId}/cases/${id}` : `/sessions/${id}`;
