import { busyOfWeeks, joined, packBusy, type SourceFault, type Span } from '@confab/shared';
import type { CalendarSourceView } from '@confab/shared/protocol';
import type { QueryHandlers } from '../../command/handlers.ts';
import { weeksFrom } from './queries.ts';
import { sourcesOf, type SourceRow } from './store.ts';

/** Milliseconds of busy times that are shown beside the hours: a week of days, in any zone. */
const shown = 9 * 86_400_000;
const minute = 60_000;

/** One's own calendars; to nobody else is said that there are any. @see A8 */
export const busyReads = {
  'calendar-source.list': async ({ tx, actorId, now: at }) => {
    const now = at.epochMilliseconds;
    const weeks = Map.groupBy(await weeksFrom(tx, actorId, at), ({ sourceId }) => sourceId);
    const busyBy = new Map([...weeks].map(([id, own]) => [id, busyOfWeeks(own)]));
    const all = joined([...busyBy.values()].flat());
    const sources = await sourcesOf(tx, actorId);
    return {
      ok: true,
      value: {
        sources: sources.map((row) => viewOf(row, busyBy.get(row.id) ?? [], now)),
        busy: packBusy(all.filter(({ from, to }) => to > now && from < now + shown)),
      },
    };
  },
} satisfies Partial<QueryHandlers>;

const viewOf = (row: SourceRow, busy: readonly Span[], now: number): CalendarSourceView => ({
  id: row.id,
  name: row.name,
  host: row.host,
  refreshedAt: row.refreshed_at,
  knownUntil: row.known_until,
  fault: row.fault as SourceFault | null,
  leftOut: row.left_out,
  busyMinutes: Math.round(
    busy.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, now)), 0) / minute,
  ),
});
