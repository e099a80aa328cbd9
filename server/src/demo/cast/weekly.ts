import type { Hours } from '@confab/shared';

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Hours as one would say them: `{ 'Mon Wed': '09:00-12:00 13:00-17:00' }`.
 *
 * @param limits what holds besides; none if left out
 */
export function weekly(
  said: Record<string, string>,
  limits: Partial<Pick<Hours, 'longestDay' | 'pause'>> = {},
): Hours {
  const week = names.map((name) => {
    const times = Object.entries(said).find(([days]) => days.split(' ').includes(name))?.[1];
    return (times?.split(' ') ?? []).map((stretch) => {
      const [from = '', to = ''] = stretch.split('-');
      return { from, to };
    });
  });
  return { week, otherDays: [], longestDay: null, pause: 0, ...limits };
}
