import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { NodeReport } from '../media/member.ts';

export interface Measured {
  /** Open windows of signed-in people. */
  windows: () => number;
  nodes: () => readonly NodeReport[];
}

/** What is told of each media node. */
const ofNodes = {
  connected: 'Whether the server rules the media node now: 1 or 0',
  rooms: 'Open rooms at the media node',
  people: 'People who hold a seat at the media node',
  load: 'The busiest media worker’s share of its core, 0 to 1',
  draining: 'Whether the media node takes no new rooms: 1 or 0',
} as const;

/** What `/metrics` tells beside requests: the process, its event loop, open windows, media nodes. */
export function createMetrics({ windows, nodes }: Measured): { registry: Registry } & Disposable {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'confab_' });
  registry.registerMetric(
    new Gauge({
      name: 'confab_windows',
      help: 'Open windows of signed-in people',
      registers: [],
      collect() {
        this.set(windows());
      },
    }),
  );
  for (const [what, help] of Object.entries(ofNodes) as [keyof typeof ofNodes, string][])
    registry.registerMetric(
      new Gauge({
        name: `confab_media_${what}`,
        help,
        labelNames: ['node'],
        registers: [],
        collect() {
          this.reset();
          for (const report of nodes()) this.set({ node: report.node }, Number(report[what]));
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
