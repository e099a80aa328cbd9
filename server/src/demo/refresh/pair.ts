import { fromJson, type Booking, type Instant } from '@confab/shared';
import { protocolVersion, type Snapshot } from '@confab/shared/protocol';
import type { Core } from '../../core.ts';
import { ask } from '../play/give.ts';

/** A mentee and a mentor of one program, as both see their bookings now. */
export interface Pair {
  programId: string;
  menteeId: string;
  mentorId: string;
  menteeZone: string;
  mentorZone: string;
  /** Live bookings of either. */
  bookings: Booking[];
}

/** The two as a pair, or null where they have no program together any more. */
export async function pairOf(
  core: Core,
  [menteeId, mentorId]: readonly [string, string],
  now: Instant,
): Promise<Pair | null> {
  const mentee = await snapshotOf(core, menteeId, now);
  const mentor = await snapshotOf(core, mentorId, now);
  if (!mentee || !mentor) return null;
  const programId = programsAs('mentee', mentee).find((id) =>
    programsAs('mentor', mentor).includes(id),
  );
  if (programId === undefined) return null;
  const views = new Map(
    [...mentee.bookings, ...mentor.bookings].map((view) => [view.booking.id, view.booking]),
  );
  return {
    programId,
    menteeId,
    mentorId,
    menteeZone: mentee.me.zone,
    mentorZone: mentor.me.zone,
    bookings: [...views.values()].map((booking) => fromJson<Booking>(booking)),
  };
}

/** The bookings of the two with each other. */
export const between = ({ bookings, menteeId, mentorId }: Pair): Booking[] =>
  bookings.filter((one) => one.menteeId === menteeId && one.mentorId === mentorId);

const programsAs = (role: 'mentee' | 'mentor', { me }: Snapshot) =>
  me.memberships
    .filter((one) => one.role === role && one.status === 'active')
    .map((one) => one.programId);

async function snapshotOf(core: Core, personId: string, now: Instant): Promise<Snapshot | null> {
  const query = ['live.resume', { protocol: protocolVersion, after: null }] as const;
  const answer = await ask(core, personId, query, now);
  return answer.ok && 'snapshot' in answer.value ? answer.value.snapshot : null;
}
