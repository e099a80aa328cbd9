import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

/** Makes a counter of so many points within so many seconds. */
export type Counting = (name: string, points: number, duration: number) => RateLimiterAbstract;

export const countHere: Counting = (_, points, duration) =>
  new RateLimiterMemory({ points, duration });

/** Servers count together; while Redis is away, each by itself. */
export const countTogether =
  (redis: Redis): Counting =>
  (name, points, duration) =>
    new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: `confab:failures:${name}`,
      points,
      duration,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory({ points, duration }),
    });
