import type { Tongue } from '@confab/shared';

/** The language that these pages are in; another one's are another build. */
export const tongue: Tongue = globalThis.__PARAGLIDE_STATIC_LOCALE__ ?? 'en';

/** For dates, numbers and the order of names. */
export const locale = { en: 'en-GB', de: 'de-DE' }[tongue];
