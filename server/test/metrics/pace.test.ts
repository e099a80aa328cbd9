import { expect, test, vi } from 'vitest';
import { watchPace, type Pace } from '../../src/metrics/pace.ts';

const totals = async (pace: Pace) =>
  Object.fromEntries(
    await Promise.all(
      pace.metrics.map(async (metric) => {
        const { name, values } = await metric.get();
        const of = (part: string) =>
          values.find((value) => value.metricName === `${name}_${part}`)?.value ?? 0;
        return [name, { count: of('count'), ms: Math.round(of('sum') * 1_000) }];
      }),
    ),
  ) as Record<string, { count: number; ms: number }>;

test('what a commit took is told, and taken out of the delay it fell in', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  try {
    using pace = watchPace();
    vi.advanceTimersByTime(10);
    const began = performance.now();
    // The loop stands for 40 ms, of which a commit took 30, 6 of them before the next look was due.
    pace.committed(began + 4, began + 34, 3);
    const late = performance.now.bind(performance);
    performance.now = () => late() + 40;
    vi.advanceTimersByTime(10);
    performance.now = late;
    expect(await totals(pace)).toEqual({
      confab_commit_seconds: { count: 1, ms: 30 },
      confab_commit_works: { count: 1, ms: 3_000 },
      confab_event_loop_delay_seconds: { count: 2, ms: 16 },
    });
  } finally {
    vi.useRealTimers();
  }
});
