import type { LocalMoment } from '@confab/shared';

/** What the native date and time controls hold as a moment, or null while one of them is empty. */
export function localStart(
  date: string,
  time: string,
  zone: string,
  which: LocalMoment['which'],
): LocalMoment | null {
  if (date === '' || time === '') return null;
  // Some browsers add seconds.
  const moment = { date, time: time.slice(0, 5), zone };
  return which ? { ...moment, which } : moment;
}
