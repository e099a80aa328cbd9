import type { Instant, Relation } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { Look } from '../../db/look.ts';
import { bookingTies, bookingTiesBetween, type BookingTies } from '../bookings/queries.ts';
import { sharedPrograms } from '../programs/queries.ts';
import { conversationOf, pairOf } from './conversation.ts';

const welcome = ['available', 'busy', 'away'] as const;

/** What the writer and the other have to do with each other, for {@link mayWrite}. @see C1 P3 */
export async function relationOf(
  tx: Tx,
  writer: string,
  other: string,
  now: Instant,
): Promise<Relation> {
  return relation(
    await sharedPrograms(tx, writer, [other]),
    (await conversationOf(tx, writer, other)) !== null,
    await bookingTiesBetween(tx, writer, other, now),
  );
}

/** The same to many with whom the writer has a conversation. */
export async function relationsOf(
  tx: Tx,
  writer: string,
  others: readonly string[],
  now: Instant,
): Promise<Map<string, Relation>> {
  const programs = Map.groupBy(await sharedPrograms(tx, writer, others), ({ otherId }) => otherId);
  const ties = await bookingTies(tx, writer, others, now);
  return new Map(
    others.map((other) => [other, relation(programs.get(other) ?? [], true, ties.get(other))]),
  );
}

/**
 * The same at a look, for both of them at once.
 * @param conversation whether they have one
 */
export async function relationSeen(
  look: Look,
  writer: string,
  other: string,
  conversation: boolean,
): Promise<Relation> {
  const { tx, now } = look;
  const { low_id: low, high_id: high } = pairOf(writer, other);
  const found = await look.once(`between ${low} ${high}`, async () => ({
    programs: await sharedPrograms(tx, low, [high]),
    ties: await bookingTiesBetween(tx, low, high, now),
  }));
  const programs = writer === low ? found.programs : found.programs.map(fromTheOther);
  return relation(programs, conversation, found.ties);
}

type SharedProgram = Omit<Awaited<ReturnType<typeof sharedPrograms>>[number], 'otherId'>;

function relation(
  programs: readonly SharedProgram[],
  conversation: boolean,
  ties: BookingTies = { booking: false, liveBooking: false },
): Relation {
  const asMentee = programs.filter((one) => one.role === 'mentee' && one.otherRole === 'mentor');
  return {
    sharedProgram: programs.length > 0,
    mentorAvailability:
      welcome.find((kind) => asMentee.some((one) => one.otherAvailability === kind)) ?? null,
    conversation,
    ...ties,
  };
}

const fromTheOther = (one: SharedProgram): SharedProgram => ({
  ...one,
  role: one.otherRole,
  availability: one.otherAvailability,
  otherRole: one.role,
  otherAvailability: one.availability,
});
