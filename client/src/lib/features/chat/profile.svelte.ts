import type { Availability, MentorProfile } from '@confab/shared/protocol';
import { Asked } from '#lib/features/people/asked.svelte.ts';
import { live } from '#lib/live/index.ts';

/** Where the other person is a mentor, of the programs that the viewer is in. */
export interface MentorIn {
  programId: string;
  programName: string;
  availability: Availability;
  /** The viewer is a mentee there. */
  mentee: boolean;
}

/** Looks the other up as a mentor in each of the viewer's programs. */
export class Profile {
  #found: Asked<unknown, MentorIn[]>;

  constructor(personId: string) {
    const active = () => live.me?.memberships.filter((one) => one.status === 'active') ?? [];
    this.#found = new Asked(
      () => active().map((one) => [one.programId, live.directoryVersion(one.programId)]),
      async () => {
        const found = await Promise.all(
          active().map(async ({ programId, programName, role }) => {
            const answer = await live.ask('mentor.open', { programId, mentorId: personId });
            return answer.ok
              ? [mentorIn(answer.value, programId, programName, role === 'mentee')]
              : [];
          }),
        );
        return { ok: true, value: found.flat() };
      },
    );
  }

  /** Those programs where the viewer is a mentee first; null while it is not known yet. */
  get programs(): MentorIn[] | null {
    return this.#found.value?.toSorted((a, b) => Number(b.mentee) - Number(a.mentee)) ?? null;
  }
}

const mentorIn = (
  { availability }: MentorProfile,
  programId: string,
  programName: string,
  mentee: boolean,
): MentorIn => ({ programId, programName, availability, mentee });
