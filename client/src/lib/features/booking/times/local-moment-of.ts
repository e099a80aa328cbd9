import { resolveLocal, type Instant, type LocalMoment } from '@confab/shared';

/** What one types in a zone for an instant, with the answer where clocks make it a question. @see B8 */
export function localMomentOf(at: Instant, zone: string): LocalMoment {
  const local = at.toZonedDateTimeISO(zone);
  const moment = {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone,
  };
  const resolved = resolveLocal(moment);
  if (resolved.ok || resolved.code === 'bad-time') return moment;
  return { ...moment, which: resolved.earlierAt.equals(at) ? 'earlier' : 'later' };
}
