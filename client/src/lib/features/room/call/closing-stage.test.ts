import { expect, test } from 'vitest';
import { closingStage } from './closing-stage.ts';

test('W3: told at ten minutes and at two, from then on until the closing', () => {
  expect(closingStage(600_001)).toBeNull();
  expect(closingStage(600_000)).toBe(10);
  expect(closingStage(120_001)).toBe(10);
  expect(closingStage(120_000)).toBe(2);
  expect(closingStage(1)).toBe(2);
  expect(closingStage(0)).toBeNull();
});
