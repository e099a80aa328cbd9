import { mayWrite, type Relation } from '@confab/shared';
import { keptConversations, tailLength, type ConversationView } from '@confab/shared/protocol';
import { sql, type SelectQueryBuilder } from 'kysely';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { eachOf } from '../../db/list.ts';
import type { Look } from '../../db/look.ts';
import type { Tables } from '../../db/tables.ts';
import type { ConversationTable } from '../../db/tables/chat.ts';
import { between, latestOf, pairOf } from './conversation.ts';
import { messageView } from './message-view.ts';
import { relationSeen, relationsToWrite } from './relation.ts';

/** A conversation as one of its two sees it, without its entries. */
type Head = Omit<ConversationView, 'tail'>;

/**
 * The conversation as `viewer` sees it, without its entries; null if there is none. Whoever looks
 * from one side mostly looks from the other, too: both are read at once. @see C4
 */
export async function headOf(look: Look, viewer: string, other: string): Promise<Head | null> {
  const { low_id: low, high_id: high } = pairOf(viewer, other);
  const both = await look.once(`heads ${low} ${high}`, () => headsBetween(look.tx, low, high));
  const row = both.find((one) => one.with === other);
  return row ? headFrom(row, await relationSeen(look, viewer, other, true)) : null;
}

/**
 * What a snapshot holds of a person's conversations: the latest with their newest entries, oldest
 * first. However many they are, each thing is asked once for all of them. @see C3
 */
export async function latestTalks({ tx, now }: Look, viewer: string): Promise<ConversationView[]> {
  const rows = await latestHeads(tx, viewer);
  if (rows.length === 0) return [];
  const others = rows.map((row) => row.with);
  const relations = await relationsToWrite(tx, viewer, others, now);
  const tails = Map.groupBy(
    await entriesAtEnd(
      tx,
      rows.map(({ id }) => id),
      tailLength,
    ),
    (entry) => entry.conversation_id,
  );
  return rows.flatMap((row) => {
    const relation = relations.get(row.with);
    const tail = (tails.get(row.id) ?? []).toSorted((a, b) => a.seq - b.seq).map(messageView);
    return relation ? [{ ...headFrom(row, relation), tail }] : [];
  });
}

const headFrom = ({ id: _, written, ...row }: HeadRow, relation: Relation): Head => ({
  ...row,
  writable: mayWrite(relation),
  gatePassed: written > 0,
});

/** Entries of others beyond the own mark. @see C4 */
const unread = sql<number>`case when own.read_up_to >= talk.last_seq then 0 else (
  select count(*) from message where conversation_id = talk.id and seq > own.read_up_to
    and (author_id is null or author_id != own.person_id)) end`;

type Talks = SelectQueryBuilder<Tables, 'conversation', ConversationTable>;

/** Each of these from both of its sides. */
const heads = (tx: Tx, talks: Talks) =>
  tx
    .selectFrom(talks.as('talk'))
    .innerJoin('participant as own', 'own.conversation_id', 'talk.id')
    .innerJoin('participant as theirs', (join) =>
      join.onRef('theirs.conversation_id', '=', 'talk.id').on(
        'theirs.person_id',
        '=',
        // By a column, not by whom it is: else who writes most would be planned for anew each time.
        sql<string>`case talk.low_id when own.person_id then talk.high_id else talk.low_id end`,
      ),
    )
    .select([
      'talk.id',
      'theirs.person_id as with',
      'talk.last_seq as lastSeq',
      unread.as('unread'),
      'own.read_up_to as readUpTo',
      'theirs.read_up_to as otherReadUpTo',
      'own.written',
    ]);

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>['execute']>>[number];

const headsBetween = askedOften((tx, low: string, high: string) =>
  heads(tx, between(tx, low, high)),
);

/** How many is said in the SQL itself: else PostgreSQL plans for a tenth of all there are. */
const latestHeads = askedOften((tx, viewer: string) =>
  heads(tx, latestOf(tx, viewer).limit(sql.lit(keptConversations))).where(
    'own.person_id',
    '=',
    viewer,
  ),
);

/** Numbers have no gaps. @see C3 */
const entriesAtEnd = askedOften((tx, ids: readonly string[], length: number) =>
  tx
    .selectFrom(eachOf(tx, ids))
    .innerJoin('conversation', 'conversation.id', 'each.value')
    .innerJoin('message', 'message.conversation_id', 'conversation.id')
    .selectAll('message')
    .where('message.seq', '>', sql<number>`conversation.last_seq - ${length}`),
);
