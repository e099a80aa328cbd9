import { mentees } from './mentees.ts';
import { alumniMentors } from './alumni-mentors.ts';
import { engineeringMentors } from './engineering-mentors.ts';
import type { Member } from './member.ts';
import { staff } from './staff.ts';
import { writingMentors } from './writing-mentors.ts';

const everyone = {
  ...mentees,
  ...alumniMentors,
  ...engineeringMentors,
  ...writingMentors,
  ...staff,
};

/** How scenes name a person. */
export type CastName = keyof typeof everyone;

/** Everyone in the demo, by first name. */
export const cast: Record<CastName, Member> = everyone;

export const castNames = Object.keys(everyone) as CastName[];

/** The cast name of a speaker in a script. @throws Error if nobody bears it */
export function castName(speaker: string): CastName {
  const found = castNames.find((name) => name === speaker.toLowerCase());
  if (!found) throw new Error(`Nobody in the demo is called ${speaker}`);
  return found;
}
