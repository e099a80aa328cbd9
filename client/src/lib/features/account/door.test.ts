import { expect, test } from 'vitest';
import { reasonWords } from './door.ts';

test('whoever comes while nothing can be kept is not told to look at what they wrote', () => {
  expect(reasonWords('unavailable')).toBe(
    'Confab cannot do this at the moment. Try again in a little while.',
  );
  expect(reasonWords('malformed')).toMatch(/Look at what you wrote/);
});
