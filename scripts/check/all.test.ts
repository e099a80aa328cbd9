import { expect, test, vi } from 'vitest';
import { summary } from './all.ts';

test('what is wrong is named, and why is told below it', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  summary({ passed: 7, wrong: ['check: lint', 'failed: a\nError: lost\nat a.test.ts:1:1'] });
  expect(said.mock.calls).toEqual([
    ['\nNot in order:\n  check: lint\n  failed: a\n      Error: lost\n      at a.test.ts:1:1'],
  ]);
  summary({ passed: 7, wrong: [] });
  expect(said).toHaveBeenCalledTimes(1);
  said.mockRestore();
});
