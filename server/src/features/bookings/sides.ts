import type { Side } from '@confab/shared';

/** The two sides of a booking, each with the columns that say who is on it and on the other. */
export const sides = [
  { side: 'mentor', own: 'mentor_id', other: 'mentee_id' },
  { side: 'mentee', own: 'mentee_id', other: 'mentor_id' },
] as const satisfies { side: Side; own: string; other: string }[];

export type SideColumns = (typeof sides)[number];
