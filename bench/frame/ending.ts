import { constants } from 'node:os';

/**
 * Ends this process when it is told to, whatever it waits for. What a benchmark has begun goes with
 * it: processes, browsers and folders each see to that themselves.
 */
export function endWhenTold(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
}
