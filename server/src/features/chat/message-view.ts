import type { Selectable } from 'kysely';
import type { MessageView } from '@confab/shared/protocol';
import { tellDamage } from '../../db/damage.ts';
import type { MessageTable } from '../../db/tables/chat.ts';
import { changeIn } from '../bookings/queries.ts';

/** An entry of a conversation as its two people see it. */
export function messageView(row: Selectable<MessageTable>): MessageView {
  if (!isInstant(row.sent_at)) return damaged(row);
  const common = { id: row.id, seq: row.seq, sentAt: row.sent_at };
  if (row.kind === 'text')
    return { ...common, kind: 'text', author: row.author_id ?? '', text: row.text ?? '' };
  const { booking_id: bookingId, author_id: author, event, starts_at: startsAt } = row;
  if (!bookingId || event === null || !isInstant(startsAt)) return damaged(row);
  const change = changeIn({ table: 'message', ...row });
  return { ...common, kind: 'line', bookingId, author, event, startsAt, change };
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
