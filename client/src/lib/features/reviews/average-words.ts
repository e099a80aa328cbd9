import type { RatingsView } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';

/** `4.8` */
export const averageWords = ({ average }: RatingsView): string => average.toFixed(1);

/** `12 reviews` */
export const countWords = ({ count }: RatingsView): string =>
  count === 1 ? m.reviews_count_one() : m.reviews_count({ count });
