import { Redis } from 'ioredis';

/** Milliseconds between tries to reach it again, and for one of them. */
const between = 250;
const patience = 2_000;

/** A line to Redis that never gives up. */
export const steadyRedis = (url: string): Redis =>
  forgiving(
    new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: () => between,
      connectTimeout: patience,
    }),
  );

/**
 * Lets what fails fall on those alone who wait for it: what nobody waits for is lost, and does not
 * end the process. Its copies are so, too.
 */
function forgiving(redis: Redis): Redis {
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, stream) => {
    void command.promise.catch(() => undefined);
    return send(command, stream);
  };
  const duplicate = redis.duplicate.bind(redis);
  redis.duplicate = (override) => forgiving(duplicate(override));
  redis.on('error', () => undefined);
  return redis;
}
