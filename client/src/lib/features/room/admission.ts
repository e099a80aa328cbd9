import type { Answer, QueryValue } from '@confab/shared/protocol';
import type { Ticket } from '#lib/media/index.ts';

/** Milliseconds by which this device's clock may be ahead of the server's. */
const slack = 5_000;

/**
 * The answer to `room.enter` as the call takes it. At the opening "not yet" means "in a moment";
 * long before it, as for a session that was moved away, it means no. @see W1 W4
 * @param opensIn milliseconds until the room opens, by this device
 */
export function admission(answer: Answer<QueryValue<'room.enter'>>, opensIn: number): Ticket {
  if (answer.ok) return answer;
  const early = answer.code === 'room-closed' && answer.phase === 'before' && opensIn < slack;
  return { ok: false, code: early ? 'unavailable' : answer.code };
}
