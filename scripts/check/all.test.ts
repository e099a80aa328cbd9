import { expect, test, vi } from 'vitest';
import { summary } from './all.ts';

test('what is wrong is named, why is told below it, and at the very end in a line each', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  summary({ passed: 7, wrong: ['check: lint', 'failed: a\nError: lost\nat a.test.ts:1:1'] });
  expect(said.mock.calls).toEqual([
    ['\nNot in order:\n  check: lint\n  failed: a\n      Error: lost\n      at a.test.ts:1:1'],
    ['\nIn short:\ncheck: lint\nfailed: a | Error: lost | at a.test.ts:1:1'],
  ]);
  summary({ passed: 7, wrong: [] });
  expect(said).toHaveBeenCalledTimes(2);
  said.mockRestore();
});
