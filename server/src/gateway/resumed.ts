import type { Answer, QueryValue } from '@confab/shared/protocol';

/** Where the client stands after this answer to `live.resume`; null if it must ask again. */
export function resumedAt(answer: Answer<unknown>, after: number | null): number | null {
  if (!answer.ok) return null;
  const value = answer.value as QueryValue<'live.resume'>;
  if ('snapshot' in value) return value.snapshot.seq;
  if (value.more) return null;
  return value.events.at(-1)?.seq ?? after;
}
