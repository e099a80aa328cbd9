import type { Tongue } from '@confab/shared';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

export type { About, Words } from './words.ts';

const spoken: Record<Tongue, Words> = { en, de };

/** The words in a person's language. @see N4 */
export const wordsFor = (tongue: Tongue): Words => spoken[tongue];
