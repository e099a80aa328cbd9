import {
  heldInterval,
  isBefore,
  pendingInterval,
  type Booking,
  type BookingFacts,
  type Instant,
} from '@confab/shared';
import { membershipOf, roleIn } from '../lives/roles.ts';
import { acquainted, hasWritten } from '../lives/talks.ts';
import type { World } from '../lives/world.ts';

interface Parties {
  /** Null when requesting. */
  id: string | null;
  programId: string;
  mentorId: string;
  menteeId: string;
}

/** Everything that a decision needs, by looking at every booking there is. */
export function factsFor(
  world: World,
  bookings: ReadonlyMap<string, Booking>,
  { id, programId, mentorId, menteeId }: Parties,
  actorId: string | null,
): Omit<BookingFacts, 'fresh'> {
  const program = world.programs.get(programId);
  if (!program) throw new Error('a program that is not there');
  const others = [...bookings.values()].filter((one) => one.id !== id);
  const party = (personId: string) => ({
    zone: world.people.get(personId)?.zone ?? 'UTC',
    role: roleIn(world, programId, personId),
    held: others
      .filter((one) => one.mentorId === personId || one.menteeId === personId)
      .flatMap((one) => heldInterval(one) ?? []),
  });
  const between = others.filter((one) => one.mentorId === mentorId && one.menteeId === menteeId);
  return {
    settings: program.settings,
    actorRole: actorId === null ? null : roleIn(world, programId, actorId),
    mentor: {
      ...party(mentorId),
      availability: membershipOf(world, programId, mentorId)?.availability ?? 'away',
    },
    mentee: party(menteeId),
    gatePassed: hasWritten(world, menteeId, mentorId),
    acquainted: acquainted(world, menteeId, mentorId),
    pendingBetween: between.flatMap((one) => pendingInterval(one) ?? []),
    nextStartsAt: nextStart(others, id === null ? null : (bookings.get(id) ?? null)),
  };
}

/** When the next accepted booking of either side starts, after this one's end. @see W3 */
function nextStart(others: Booking[], booking: Booking | null): Instant | null {
  if (!booking) return null;
  const people = [booking.mentorId, booking.menteeId];
  return others
    .filter((one) => one.state === 'accepted')
    .filter((one) => people.includes(one.mentorId) || people.includes(one.menteeId))
    .map((one) => one.terms.startsAt)
    .filter((startsAt) => !isBefore(startsAt, booking.terms.endsAt))
    .reduce<Instant | null>((least, at) => (least && !isBefore(at, least) ? least : at), null);
}
