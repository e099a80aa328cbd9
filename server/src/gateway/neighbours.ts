import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { steadyRedis } from './steady-redis.ts';

/** Milliseconds: how often Redis is asked whether it is there, and how long it may take. */
const heartbeat = 1_000;
const silence = 3_000;

/** The other servers of the same installation, as far as Redis carries what they say. */
export interface Neighbours extends AsyncDisposable {
  /** What socket.io speaks to them through. */
  readonly adapter: ReturnType<typeof createAdapter>;
  /** Where servers count together what they must. */
  readonly redis: Redis;
  /** Whether what they say arrives. */
  heard(): boolean;
}

/**
 * Reaches the other servers; does not wait for Redis, which may come later. Says in the log when it
 * goes and when it is back.
 */
export function reachNeighbours(url: string, log: Pick<Logger, 'warn' | 'info'>): Neighbours {
  const redis = steadyRedis(url);
  let answered = 0;
  let missed = false;
  let reason = 'no answer';
  redis.on('error', (error: Error) => {
    reason = error.message || ('code' in error ? String(error.code) : error.name);
  });
  const heard = () => redis.status === 'ready' && performance.now() - answered < silence;
  const note = () => {
    if (heard() === !missed) return;
    missed = !missed;
    if (missed) log.warn({ reason }, gone);
    else log.info('Redis answers again');
  };
  const ask = async () => {
    await redis.ping();
    answered = performance.now();
  };
  redis.on('ready', () => void ask().catch(() => undefined));
  const timer = setInterval(() => {
    note();
    if (redis.status === 'ready') void ask().catch(() => undefined);
  }, heartbeat);
  return {
    adapter: createAdapter(redis, { streamName: 'confab', channelPrefix: 'confab' }),
    redis,
    heard,
    [Symbol.asyncDispose]() {
      clearInterval(timer);
      redis.disconnect();
      return Promise.resolve();
    },
  };
}

const gone =
  'Redis does not answer: what other servers do is looked up once a second until it does. Start Redis, or see that REDIS_URL is right';
