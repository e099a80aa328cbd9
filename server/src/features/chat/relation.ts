import { turnsOnBookings, type Instant, type Relation } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { Look } from '../../db/look.ts';
import { bookingTies } from '../bookings/queries.ts';
import { programsOfTwo, sharedPrograms } from '../programs/queries.ts';
import { conversationOf, pairOf } from './conversation.ts';

const welcome = ['available', 'busy', 'away'] as const;

/** What the writer and the other have to do with each other, for {@link mayWrite}. @see C1 P3 */
export async function relationOf(
  tx: Tx,
  writer: string,
  other: string,
  now: Instant,
): Promise<Relation> {
  const plain = relation(
    await sharedPrograms(tx, writer, [other]),
    (await conversationOf(tx, writer, other)) !== null,
  );
  return { ...plain, ...(await bookingTies(tx, writer, [other], now)).get(other) };
}

/** The same to many with whom the writer has a conversation, as far as {@link mayWrite} turns on it. */
export async function relationsToWrite(
  tx: Tx,
  writer: string,
  others: readonly string[],
  now: Instant,
): Promise<Map<string, Relation>> {
  const programs = Map.groupBy(await sharedPrograms(tx, writer, others), ({ otherId }) => otherId);
  const plain = others.map((other) => [other, relation(programs.get(other) ?? [], true)] as const);
  const asked = plain.flatMap(([other, one]) => (turnsOnBookings(one) ? other : []));
  if (asked.length === 0) return new Map(plain);
  const ties = await bookingTies(tx, writer, asked, now);
  return new Map(plain.map(([other, one]) => [other, { ...one, ...ties.get(other) }]));
}

/**
 * The same at a look, for both of them at once, as far as {@link mayWrite} turns on it: what the two
 * have booked is asked only where it does, else nothing is said of it.
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
  const found = await programsOfTwo(look, low, high);
  const plain = relation(writer === low ? found : found.map(fromTheOther), conversation);
  if (!turnsOnBookings(plain)) return plain;
  const ties = await look.once(`ties ${low} ${high}`, () => bookingTies(tx, low, [high], now));
  return { ...plain, ...ties.get(high) };
}

type SharedProgram = Omit<Awaited<ReturnType<typeof sharedPrograms>>[number], 'otherId'>;

/** What is known of them without their bookings. */
function relation(programs: readonly SharedProgram[], conversation: boolean): Relation {
  const asMentee = programs.filter((one) => one.role === 'mentee' && one.otherRole === 'mentor');
  return {
    sharedProgram: programs.length > 0,
    mentorAvailability:
      welcome.find((kind) => asMentee.some((one) => one.otherAvailability === kind)) ?? null,
    conversation,
    booking: false,
    liveBooking: false,
  };
}

const fromTheOther = (one: SharedProgram): SharedProgram => ({
  ...one,
  role: one.otherRole,
  availability: one.otherAvailability,
  otherRole: one.role,
  otherAvailability: one.availability,
});
