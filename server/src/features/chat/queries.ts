import type { Selectable } from 'kysely';
import { tailLength, type ConversationView, type MessageView } from '@confab/shared/protocol';
import { mayWrite, toText, type Instant } from '@confab/shared';
import { askedOften } from '../../db/asked-often.ts';
import { tellDamage } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';
import type { Look } from '../../db/look.ts';
import type { MessageTable } from '../../db/tables/chat.ts';
import { conversationOf, pairOf } from './conversation.ts';
import { relationSeen } from './relation.ts';

export { conversationOf } from './conversation.ts';
export { relationOf } from './relation.ts';

/** Has this person sent the other at least one message of their own, ever? @see G1 */
export async function hasWritten(tx: Tx, personId: string, otherId: string): Promise<boolean> {
  const conversation = await conversationOf(tx, personId, otherId);
  if (!conversation) return false;
  const row = await tx
    .selectFrom('participant')
    .select('written')
    .where('conversation_id', '=', conversation.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (row?.written ?? 0) > 0;
}

/** People with whom this person has a conversation, latest first. */
export async function correspondents(tx: Tx, personId: string, limit: number): Promise<string[]> {
  const rows = await latestPairs(tx, personId, limit);
  return rows.map((row) => (row.low_id === personId ? row.high_id : row.low_id));
}

const latestPairs = askedOften((tx, personId: string, limit: number) =>
  tx
    .selectFrom('conversation')
    .select(['low_id', 'high_id'])
    .where((where) => where.or([where('low_id', '=', personId), where('high_id', '=', personId)]))
    .orderBy('last_at', 'desc')
    .limit(limit),
);

/** The conversation as `viewer` sees it, without its entries; null if there is none. @see C4 */
export const headOf = (look: Look, viewer: string, other: string): Promise<Head | null> =>
  look.once(`head ${viewer} ${other}`, () => headBetween(look, viewer, other));

type Head = Omit<ConversationView, 'tail'>;

async function headBetween(look: Look, viewer: string, other: string): Promise<Head | null> {
  const found = await talkSeen(look, viewer, other);
  if (!found) return null;
  const { conversation, participants } = found;
  const own = participants.find((one) => one.person_id === viewer);
  const readUpTo = own?.read_up_to ?? 0;
  return {
    with: other,
    lastSeq: conversation.last_seq,
    unread: await unreadAfter(look.tx, viewer, conversation, readUpTo),
    readUpTo,
    otherReadUpTo: participants.find((one) => one.person_id === other)?.read_up_to ?? 0,
    writable: mayWrite(await relationSeen(look, viewer, other)),
    gatePassed: (own?.written ?? 0) > 0,
  };
}

function talkSeen(look: Look, one: string, other: string) {
  const { low_id: low, high_id: high } = pairOf(one, other);
  return look.once(`talk ${low} ${high}`, () => talkBetween(look.tx, low, high));
}

async function talkBetween(tx: Tx, one: string, other: string) {
  const conversation = await conversationOf(tx, one, other);
  return conversation && { conversation, participants: await participantsOf(tx, conversation.id) };
}

const participantsOf = askedOften((tx, conversationId: string) =>
  tx.selectFrom('participant').selectAll().where('conversation_id', '=', conversationId),
);

/** How many entries of others follow this one. @see C4 */
async function unreadAfter(
  tx: Tx,
  viewer: string,
  conversation: { id: string; last_seq: number },
  readUpTo: number,
): Promise<number> {
  if (readUpTo >= conversation.last_seq) return 0;
  const [count] = await countAfter(tx, viewer, conversation.id, readUpTo);
  return count?.unread ?? 0;
}

const countAfter = askedOften((tx, viewer: string, conversationId: string, readUpTo: number) =>
  tx
    .selectFrom('message')
    .select((select) => select.fn.countAll<number>().as('unread'))
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', readUpTo)
    .where((where) => where.or([where('author_id', 'is', null), where('author_id', '!=', viewer)])),
);

/** Whose messages since then this person has not read, and how many; the latest first. */
export async function unreadFrom(
  tx: Tx,
  personId: string,
  since: Instant,
  limit: number,
): Promise<{ with: string; count: number }[]> {
  const rows = await tx
    .selectFrom('participant')
    .innerJoin('message', 'message.conversation_id', 'participant.conversation_id')
    .select('message.author_id')
    .select((select) => [
      select.fn.countAll<number>().as('count'),
      select.fn.max('message.sent_at').as('last'),
    ])
    .where('participant.person_id', '=', personId)
    .where('message.kind', '=', 'text')
    .where('message.author_id', '!=', personId)
    .whereRef('message.seq', '>', 'participant.read_up_to')
    .where('message.sent_at', '>', toText(since))
    .groupBy('message.author_id')
    .orderBy('last', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ author_id, count }) =>
    author_id === null ? [] : [{ with: author_id, count }],
  );
}

/** Entries before `before`, oldest first, at most `limit`. @see C3 */
export async function entriesBefore(
  tx: Tx,
  viewer: string,
  other: string,
  before: number,
  limit: number,
): Promise<MessageView[]> {
  const conversation = await conversationOf(tx, viewer, other);
  if (!conversation) return [];
  const entries = await latestBefore(tx, conversation.id, before, limit);
  return entries.map(viewOf).toReversed();
}

/** The newest entries of a conversation that is looked at, oldest first. @see C3 */
export async function tailSeen(look: Look, viewer: string, other: string): Promise<MessageView[]> {
  const found = await talkSeen(look, viewer, other);
  if (!found) return [];
  const entries = await latestBefore(look.tx, found.conversation.id, afterAll, tailLength);
  return entries.map(viewOf).toReversed();
}

/** Beyond every entry, and what every database compares its own numbers with. */
const afterAll = 2 ** 31 - 1;

const latestBefore = askedOften((tx, conversationId: string, before: number, limit: number) =>
  tx
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit),
);

/** One entry and whom the viewer has it with; null if the viewer has no part in it. */
export async function entry(
  look: Look,
  viewer: string,
  messageId: string,
): Promise<{ with: string; message: MessageView } | null> {
  const [row] = await look.once(`entry ${messageId}`, () => withItsPair(look.tx, messageId));
  if (!row || (row.low_id !== viewer && row.high_id !== viewer)) return null;
  return { with: row.low_id === viewer ? row.high_id : row.low_id, message: viewOf(row) };
}

const withItsPair = askedOften((tx, messageId: string) =>
  tx
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .selectAll('message')
    .select(['conversation.low_id', 'conversation.high_id'])
    .where('message.id', '=', messageId),
);

function viewOf(row: Selectable<MessageTable>): MessageView {
  if (!isInstant(row.sent_at)) return damaged(row);
  const common = { id: row.id, seq: row.seq, sentAt: row.sent_at };
  if (row.kind === 'text')
    return { ...common, kind: 'text', author: row.author_id ?? '', text: row.text ?? '' };
  const { booking_id: bookingId, author_id: author, event, starts_at: startsAt } = row;
  if (!bookingId || event === null || !isInstant(startsAt)) return damaged(row);
  return { ...common, kind: 'line', bookingId, author, event, startsAt };
}

/** Fixed-width text. */
const isInstant = (text: string | null): text is string => text?.length === 24;

/** What is left of an entry keeps its place. */
function damaged({ id, seq, sent_at, author_id, text }: Selectable<MessageTable>): MessageView {
  tellDamage({ table: 'message', id, column: 'kind', cause: new Error('no entry is like this') });
  const sentAt = isInstant(sent_at) ? sent_at : longAgo;
  return { id, seq, sentAt, kind: 'text', author: author_id ?? '', text: text ?? '' };
}

const longAgo = '1970-01-01T00:00:00.000Z';
