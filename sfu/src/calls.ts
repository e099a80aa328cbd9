import {
  mediaCalls,
  type MediaAnswer,
  type MediaCallName,
  type MediaInput,
  type MediaRefusal,
  type MediaValue,
} from '@confab/shared';
import { errors } from 'mediasoup';
import * as v from 'valibot';
import { Allowance } from './allowance.ts';
import type { Log } from './log.ts';
import type { MediaSocket } from './namespace.ts';

export const accept = <Value>(value: Value): MediaAnswer<Value> => ({ ok: true, value });
export const refuse = (code: MediaRefusal): MediaAnswer<never> => ({ ok: false, code });

/** What answers some of the calls. Handlers may throw what mediasoup throws. */
export type Handlers<Name extends MediaCallName> = {
  [Each in Name]: (input: MediaInput<Each>) => Promise<MediaAnswer<MediaValue<Each>>>;
};

export interface Desk {
  log: Log;
  /** Runs a handler and the sending of its answer; decides about order. */
  run: (task: () => Promise<void>) => Promise<void>;
  /** What a failure means now; null: it was the input. */
  whyFailed: () => MediaRefusal | null;
}

/** Calls of one socket: this many at once, this many a second in the long run. */
const burst = 120;
const perSecond = 30;

/** Answers one call. */
type Hear = (name: unknown, input: unknown, reply: (said: MediaAnswer<unknown>) => void) => void;

/**
 * Answers a socket's calls: schema first, one answer to each, the connection kept throughout.
 * @returns answers a call that came in another way, in its turn
 */
export function answerCalls<Name extends MediaCallName>(
  socket: MediaSocket,
  handlers: Handlers<Name>,
  desk: Desk,
): Hear {
  const allowance = new Allowance(burst, perSecond);
  const hear: Hear = (name, input, reply) => {
    if (!allowance.take()) return reply(refuse('too-many'));
    if (typeof name !== 'string' || !Object.hasOwn(mediaCalls, name))
      return reply(refuse('unknown-call'));
    if (!Object.hasOwn(handlers, name)) return reply(refuse('out-of-order'));
    const parsed = v.safeParse(mediaCalls[name as MediaCallName].schema, input);
    if (!parsed.success) return reply(refuse('malformed'));
    const handler = handlers[name as Name] as (input: unknown) => Promise<MediaAnswer<unknown>>;
    void desk.run(async () => reply(await attempt(() => handler(parsed.output), name, desk)));
  };
  socket.on('call', (name: unknown, input: unknown, answer: unknown) => {
    if (typeof answer !== 'function') return;
    hear(name, input, (said) => void answer(said));
  });
  return hear;
}

/** mediasoup throws on parameters it cannot use and on workers that died; both are refusals here. */
async function attempt(
  task: () => Promise<MediaAnswer<unknown>>,
  name: string,
  { log, whyFailed }: Desk,
): Promise<MediaAnswer<unknown>> {
  try {
    return await task();
  } catch (error) {
    const outside = whyFailed();
    if (outside) return refuse(outside);
    if (error instanceof errors.UnsupportedError) return refuse('not-playable');
    log.warn({ call: name, error: String(error) }, 'a media call failed');
    return refuse('malformed');
  }
}
