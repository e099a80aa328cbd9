import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { GeneralRefusal } from '@confab/shared/protocol';

/** How often one person may call, over all their tabs. */
export interface Limits {
  /** Null if the call may go on, else the refusal. */
  spend(kind: 'command' | 'query', personId: string): Promise<GeneralRefusal | null>;
}

/** @param points calls per `seconds` */
export function createLimits(
  allowance = { command: { points: 120, seconds: 20 }, query: { points: 400, seconds: 20 } },
): Limits {
  const limiters = {
    command: new RateLimiterMemory({
      points: allowance.command.points,
      duration: allowance.command.seconds,
    }),
    query: new RateLimiterMemory({
      points: allowance.query.points,
      duration: allowance.query.seconds,
    }),
  };
  return {
    async spend(kind, personId) {
      try {
        await limiters[kind].consume(personId);
        return null;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return { code: 'too-many', retryAfterMs: refused.msBeforeNext };
      }
    },
  };
}
