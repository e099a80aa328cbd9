import type { ConversationView } from '@confab/shared/protocol';
import { calledName } from '#lib/features/booking/words/viewpoint.ts';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { lineWords } from './line-words.ts';

/** What came last between the two, as one line: what waits to be sent, a booking event, or words. */
export function lastWords({ with: other, tail }: ConversationView): string {
  const kept = live.outbox.to(other).at(-1);
  if (kept) return kept.refused ? m.chat_last_refused() : m.chat_last_waiting({ text: kept.text });
  const last = tail.at(-1);
  if (!last) return '';
  if (last.kind === 'line') return lineWords(last, calledName(live.person(other)?.name ?? ''));
  return last.author === live.me?.id ? m.chat_last_own({ text: last.text }) : last.text;
}
