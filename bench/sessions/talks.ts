import { randomUUID } from 'node:crypto';
import { toText, type Instant } from '@confab/shared';
import type { Insertable } from 'kysely';
import type { Store } from '../../server/src/db/store.ts';
import type { MessageTable } from '../../server/src/db/tables/chat.ts';
import type { NoticeTable } from '../../server/src/db/tables/telling.ts';

/** One conversation in so many has something unread. */
const unread = 10;

const text = 'How was your week? Mine was full, and I have thought about what you said.';

/** Nobody requests a session without having written: a conversation with each, and notices. @see G1 */
export async function talk(
  store: Store,
  personId: string,
  { messagesWithEach, notices }: { messagesWithEach: number; notices: number },
  now: Instant,
): Promise<void> {
  const met = await store.db
    .selectFrom('met')
    .select('other_id')
    .distinct()
    .where('person_id', '=', personId)
    .orderBy('other_id')
    .execute();
  for (const [n, { other_id: otherId }] of met.entries())
    await store.write(async (tx) => {
      const id = randomUUID();
      const [low_id = '', high_id = ''] = [personId, otherId].toSorted();
      const last = now.subtract({ hours: n });
      const last_seq = messagesWithEach;
      await tx
        .insertInto('conversation')
        .values({ id, low_id, high_id, last_seq, last_at: toText(last) })
        .execute();
      const read = [last_seq - (n % unread === 0 ? 3 : 0), last_seq];
      await tx
        .insertInto('participant')
        .values(
          [personId, otherId].map((person_id, side) => ({
            conversation_id: id,
            person_id,
            read_up_to: read[side] ?? 0,
            written: messagesWithEach / 2,
          })),
        )
        .execute();
      const message = (seq: number): Insertable<MessageTable> => ({
        id: randomUUID(),
        conversation_id: id,
        seq,
        kind: 'text',
        author_id: seq % 2 === 0 ? personId : otherId,
        text,
        sent_at: toText(last.subtract({ minutes: last_seq - seq })),
      });
      const messages = Array.from({ length: last_seq }, (_, seq) => message(seq + 1));
      await tx.insertInto('message').values(messages).execute();
    });
  await store.write(async (tx) => {
    const bookings = await tx
      .selectFrom('booking')
      .select(['id', 'starts_at'])
      .where('mentor_id', '=', personId)
      .limit(notices)
      .execute();
    const notice = (booking: { id: string; starts_at: string }, n: number): NoticeTable => ({
      id: randomUUID(),
      person_id: personId,
      no: n + 1,
      kind: 'requested',
      booking_id: booking.id,
      starts_at: booking.starts_at,
      told_at: toText(now.subtract({ hours: notices - n })),
      change: null,
    });
    await tx.insertInto('notice').values(bookings.map(notice)).execute();
    const last_no = bookings.length;
    await tx
      .insertInto('notice_mark')
      .values({ person_id: personId, last_no, read_up_to: last_no - 3 })
      .execute();
  });
}
