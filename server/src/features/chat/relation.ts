import type { Instant, Relation } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import { bookingTies } from '../bookings/queries.ts';
import { sharedPrograms } from '../programs/queries.ts';
import { conversationOf } from './conversation.ts';

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
  const programs = await sharedPrograms(tx, writer, other);
  const asMentee = programs.filter((one) => one.role === 'mentee' && one.otherRole === 'mentor');
  return {
    sharedProgram: programs.length > 0,
    mentorAvailability:
      welcome.find((kind) => asMentee.some((one) => one.otherAvailability === kind)) ?? null,
    conversation: conversation ?? (await conversationOf(tx, writer, other)) !== null,
    ...(await bookingTies(tx, writer, other, now)),
  };
}
