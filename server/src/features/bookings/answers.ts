import { answerTime, toText, type Booking, type BookingEvent } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';

/** Keeps how soon a mentor answered, where the event is the first answer to an offer. @see A7 */
export async function keepAnswer(
  tx: Tx,
  before: Booking | null,
  event: BookingEvent,
): Promise<void> {
  const took = answerTime(before, event);
  if (took === null || before?.state !== 'pending') return;
  await tx
    .insertInto('mentor_answer')
    .values({
      booking_id: before.id,
      version: before.offer.version,
      mentor_id: before.mentorId,
      answered_at: toText(event.at),
      open_seconds: Math.round(took / 1000),
    })
    .onConflict((on) => on.columns(['booking_id', 'version']).doNothing())
    .execute();
}

/** The latest answer times of each of these mentors, in open milliseconds. @see A7 */
export async function answerTimes(
  tx: Tx,
  mentorIds: readonly string[],
  latest: number,
): Promise<Map<string, number[]>> {
  const rows = await tx
    .selectFrom((from) =>
      from
        .selectFrom('mentor_answer')
        .select((select) => [
          'mentor_id',
          'open_seconds',
          select.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('mentor_id').orderBy('answered_at', 'desc'))
            .as('place'),
        ])
        .where(oneOf(tx, 'mentor_id', mentorIds))
        .as('answer'),
    )
    .select(['mentor_id', 'open_seconds'])
    .where('place', '<=', latest)
    .execute();
  const times = new Map<string, number[]>();
  for (const { mentor_id: mentorId, open_seconds: seconds } of rows)
    times.set(mentorId, [...(times.get(mentorId) ?? []), seconds * 1000]);
  return times;
}
