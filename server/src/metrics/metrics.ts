import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** What `/metrics` tells beside requests: the process, its event loop, and open windows. */
export function createMetrics(connections: () => number): { registry: Registry } & Disposable {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'confab_' });
  registry.registerMetric(
    new Gauge({
      name: 'confab_windows',
      help: 'Open windows of signed-in people',
      registers: [],
      collect() {
        this.set(connections());
      },
    }),
  );
  return {
    registry,
    [Symbol.dispose]() {
      registry.clear();
    },
  };
}
