import type { RatingsView } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { locale } from '#lib/ui/tongue.ts';

const tenths = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** `4.8` */
export const averageWords = ({ average }: RatingsView): string => tenths.format(average);

/** `12 reviews` */
export const countWords = ({ count }: RatingsView): string =>
  count === 1 ? m.reviews_count_one() : m.reviews_count({ count });
