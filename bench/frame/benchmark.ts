import type { Figure } from './figure.ts';

export interface Benchmark {
  name: string;
  run(): Promise<{ figures: Figure[]; did: Record<string, unknown> }>;
}
