import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Figure } from './figure.ts';

/** Milliseconds between two looks at how late the event loop is: as the server looks at its own. */
const every = 10;

/** For benchmarks whose media node is this process. @returns tells how late its event loop came since */
export function ownLoop(): (when: string) => Figure {
  const delay = monitorEventLoopDelay({ resolution: every });
  delay.enable();
  return (when) => {
    delay.disable();
    return {
      what: `event loop delay ${when}, p99`,
      unit: 'ms',
      // What it counts is the time between two looks.
      ours: Math.max(0, delay.percentile(99) / 1e6 - every),
      baseline: null,
      bar: { most: 20 },
    };
  };
}
