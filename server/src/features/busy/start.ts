import { Counter, type Metric } from 'prom-client';
import type { Instant } from '@confab/shared';
import { fetchingCalendars } from '../../calendars/fetch.ts';
import { openReader } from '../../calendars/reader.ts';
import type { Ledger } from '../../command/transact.ts';
import type { Seal } from '../../db/seal.ts';
import { startRefreshing } from './refresher.ts';

/** Mentors' calendars are read from now on. @param hosts what the operator allows beside public addresses */
export function startCalendars(parts: {
  ledger: Ledger;
  clock: () => Instant;
  hosts: readonly string[];
  seal: Seal;
}): AsyncDisposable & { metrics: readonly Metric[] } {
  const turns = new Counter({
    name: 'confab_calendar_reads_total',
    help: 'Mentors’ calendars by how reading them ended',
    labelNames: ['outcome'],
    registers: [],
  });
  const refreshing = startRefreshing({
    ...parts,
    fetch: fetchingCalendars(parts),
    reader: openReader(),
    counted: (outcome) => {
      turns.inc({ outcome });
    },
  });
  return Object.assign(refreshing, { metrics: [turns] });
}
