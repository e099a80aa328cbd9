import type { Relation } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import { bookingTies } from '../bookings/queries.ts';
import { sharedPrograms } from '../programs/queries.ts';
import { pairOf } from './conversation.ts';

const welcome = ['available', 'busy', 'away'] as const;

/** What the writer and the other have to do with each other, for {@link mayWrite}. @see C1 P3 */
export async function relationOf(tx: Tx, writer: string, other: string): Promise<Relation> {
  const programs = await sharedPrograms(tx, writer, other);
  const asMentee = programs.filter((one) => one.role === 'mentee' && one.otherRole === 'mentor');
  const conversation = await tx
    .selectFrom('conversation')
    .select('id')
    .where('low_id', '=', pairOf(writer, other).low_id)
    .where('high_id', '=', pairOf(writer, other).high_id)
    .executeTakeFirst();
  return {
    sharedProgram: programs.length > 0,
    mentorAvailability:
      welcome.find((kind) => asMentee.some((one) => one.otherAvailability === kind)) ?? null,
    conversation: conversation !== undefined,
    ...(await bookingTies(tx, writer, other)),
  };
}
