import type { Tongue } from '@confab/shared';

declare global {
  /** The language that the pages are built in; none in tests. */
  var __PARAGLIDE_STATIC_LOCALE__: Tongue | undefined;
}
