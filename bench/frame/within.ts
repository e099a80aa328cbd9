import { setTimeout as rest } from 'node:timers/promises';

/** Waits for the work, but not for ever. @throws Error with `what` when it takes longer */
export async function within<Value>(
  seconds: number,
  what: string,
  work: Promise<Value>,
): Promise<Value> {
  const done = new AbortController();
  const { signal } = done;
  const late = rest(seconds * 1_000, undefined, { signal }).then(() => {
    throw new Error(`${what}: not within ${String(seconds)} s`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    // Nobody waits for the clock any more.
    late.catch(() => undefined);
    done.abort();
  }
}
