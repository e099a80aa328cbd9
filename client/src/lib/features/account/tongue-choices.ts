import { tongues, type Tongue } from '@confab/shared';

/** Each language by its own name: whoever looks for theirs may not read the one that is on. */
const ownNames: Record<Tongue, string> = { en: 'English', de: 'Deutsch' };

export const tongueChoices = tongues.map((value) => ({ value, label: ownNames[value] }));
