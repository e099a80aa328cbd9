import { Temporal } from '@confab/shared';
import { weekday } from '#lib/ui/time/words.ts';

/** Monday to Sunday, by their ISO numbers. */
export const weekdays = (): { value: number; label: string }[] =>
  [1, 2, 3, 4, 5, 6, 7].map((value) => ({
    value,
    // The year 2024 began on a Monday.
    label: weekday(Temporal.PlainDate.from({ year: 2024, month: 1, day: value })),
  }));
