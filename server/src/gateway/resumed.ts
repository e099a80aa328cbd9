import type { Answer, QueryInput, QueryValue } from '@confab/shared/protocol';

/**
 * Where the client stands after this answer to `live.resume`; null if it must ask again.
 * @param input what it sent; anything at all where the answer is a refusal
 */
export function resumedAt(answer: Answer<unknown>, input: unknown): number | null {
  if (!answer.ok) return null;
  const value = answer.value as QueryValue<'live.resume'>;
  if ('snapshot' in value) return value.snapshot.seq;
  if (value.more) return null;
  return value.events.at(-1)?.seq ?? (input as QueryInput<'live.resume'>).after;
}
