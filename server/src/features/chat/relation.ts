import type { Instant, Relation } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { Look } from '../../db/look.ts';
import { bookingTies, type BookingTies } from '../bookings/queries.ts';
import { sharedPrograms } from '../programs/queries.ts';
import { conversationOf, pairOf } from './conversation.ts';

const welcome = ['available', 'busy', 'away'] as const;

/**
 * What the writer and the other have to do with each other, for {@link mayWrite}.
 * @param conversation whether they have one, where that is known already
 * @see C1 P3
 */
export async function relationOf(
  tx: Tx,
  writer: string,
  other: string,
  now: Instant,
  conversation?: boolean,
): Promise<Relation> {
  return relation(
    await sharedPrograms(tx, writer, [other]),
    conversation ?? (await conversationOf(tx, writer, other)) !== null,
    (await bookingTies(tx, writer, [other], now)).get(other),
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

/** The same of two who have a conversation, for both of them at once. */
export async function relationSeen(look: Look, writer: string, other: string): Promise<Relation> {
  const { tx, now } = look;
  const { low_id: low, high_id: high } = pairOf(writer, other);
  const found = await look.once(`between ${low} ${high}`, async () => ({
    programs: await sharedPrograms(tx, low, [high]),
    ties: (await bookingTies(tx, low, [high], now)).get(high),
  }));
  const programs = writer === low ? found.programs : found.programs.map(fromTheOther);
  return relation(programs, true, found.ties);
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
