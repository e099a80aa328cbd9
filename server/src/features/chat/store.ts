import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { toText, type Instant } from '@confab/shared';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import type { MessageTable } from '../../db/tables/chat.ts';
import type { Context } from '../../command/context.ts';
import { pairOf } from './conversation.ts';
import { entryWritten } from './entry.ts';

type Entry = Omit<MessageTable, 'conversation_id' | 'seq' | 'sent_at'>;

/** Appends to the conversation of two. @returns the entry's seq @see C3 */
export async function appendEntry(
  { tx, look, now }: Pick<Context, 'tx' | 'look' | 'now'>,
  conversationId: string,
  [one, other]: readonly [string, string],
  entry: Entry,
): Promise<number> {
  const at = toText(now);
  const [grown] = await grow(tx, conversationId, at);
  if (!grown) throw new Error(`no conversation ${conversationId}`);
  const { last_seq: seq } = grown;
  const row = { ...entry, conversation_id: conversationId, seq, sent_at: at };
  await put(tx, row);
  entryWritten(look, { ...row, ...pairOf(one, other) });
  if (entry.kind === 'text' && entry.author_id)
    await haveWritten(tx, conversationId, entry.author_id, seq);
  return seq;
}

const grow = askedOften((tx, id: string, at: string) =>
  tx
    .updateTable('conversation')
    .set({ last_seq: sql`last_seq + 1`, last_at: at })
    .where('id', '=', id)
    .returning('last_seq'),
);

/** Writes a message's row. */
const put = (tx: Tx, row: MessageTable): Promise<unknown> =>
  putRow(
    tx,
    row.id,
    row.conversation_id,
    row.seq,
    row.kind,
    row.author_id,
    row.text,
    row.booking_id,
    row.event,
    row.starts_at,
    row.sent_at,
    row.change,
  );

const putRow = askedOften(
  (
    tx,
    id: string,
    conversation_id: string,
    seq: number,
    kind: MessageTable['kind'],
    author_id: string | null,
    text: string | null,
    booking_id: string | null,
    event: string | null,
    starts_at: string | null,
    sent_at: string,
    change: string | null,
  ) =>
    tx.insertInto('message').values({
      id,
      conversation_id,
      seq,
      kind,
      author_id,
      text,
      booking_id,
      event,
      starts_at,
      sent_at,
      change,
    }),
);

const haveWritten = askedOften((tx, conversationId: string, personId: string, seq: number) =>
  tx
    .updateTable('participant')
    .set({ written: sql`written + 1`, read_up_to: seq })
    .where('conversation_id', '=', conversationId)
    .where('person_id', '=', personId),
);

/** Moves the reader's mark forward, never back or past the end. @returns whether it moved @see C4 */
export async function markRead(
  tx: Tx,
  conversationId: string,
  personId: string,
  upTo: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('participant')
    .set({ read_up_to: upTo })
    .where('conversation_id', '=', conversationId)
    .where('person_id', '=', personId)
    .where('read_up_to', '<', upTo)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** Opens the conversation of two who have none. @returns its id @see C1 */
export async function openConversation(
  tx: Tx,
  [one, other]: readonly [string, string],
  now: Instant,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('conversation')
    .values({ id, ...pairOf(one, other), last_seq: 0, last_at: toText(now) })
    .execute();
  await tx
    .insertInto('participant')
    .values(
      [one, other].map((person_id) => ({
        conversation_id: id,
        person_id,
        read_up_to: 0,
        written: 0,
      })),
    )
    .execute();
  return id;
}
