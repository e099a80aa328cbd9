import type { Tx } from '../db/database.ts';
import { personRow } from './people/queries.ts';
import { bookingById, bookingByRoom } from './bookings/queries.ts';

/** Fields of a call's input that name a person. */
const personFields = ['to', 'with', 'mentorId', 'personId'] as const;

/** Everyone whose deadlines matter to a call: the caller and whom its input names. @see D6 */
export async function concerned(tx: Tx, actorId: string, input: unknown): Promise<string[]> {
  const fields = input as Record<string, unknown>;
  const people = new Set([actorId]);
  for (const field of personFields) {
    const value = fields[field];
    if (typeof value === 'string') people.add(value);
  }
  const booking =
    typeof fields['bookingId'] === 'string'
      ? await bookingById(tx, fields['bookingId'])
      : typeof fields['roomId'] === 'string'
        ? await bookingByRoom(tx, fields['roomId'])
        : null;
  if (booking) people.add(booking.mentorId).add(booking.menteeId);
  return [...people];
}

/** Whom a wake-up concerns: the two people, where its `ref` is a booking; a person themselves. */
export async function concernedBy(tx: Tx, ref: string): Promise<string[]> {
  const booking = await bookingById(tx, ref);
  if (booking) return [booking.mentorId, booking.menteeId];
  return (await personRow(tx, ref)) ? [ref] : [];
}
