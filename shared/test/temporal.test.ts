import { expect, test } from 'vitest';
import { Temporal } from '../src/index.ts';

test('each project runs on the Temporal that it names', () => {
  const isNative = Reflect.get(globalThis, 'Temporal') === Temporal;
  expect(isNative).toBe(process.env['TEMPORAL'] === 'native');
});
