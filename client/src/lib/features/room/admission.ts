import type { Answer, QueryValue } from '@confab/shared/protocol';
import type { Ticket } from '#lib/media/index.ts';

/**
 * The answer to `room.enter` as the call takes it. This device's clock may be some milliseconds
 * ahead of the server's at the opening: "not yet" then means "in a moment", never "no". @see W1
 */
export function admission(answer: Answer<QueryValue<'room.enter'>>): Ticket {
  if (answer.ok) return answer;
  const early = answer.code === 'room-closed' && answer.phase === 'before';
  return { ok: false, code: early ? 'unavailable' : answer.code };
}
