import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkout } from '../setup/checkout.mjs';
import { reason } from './reason.ts';

const stack = (...places: string[]) => places.map((place) => `\n    at ${place}`).join('');

test('what was thrown, where, and where in the test that was; nothing of other people’s files', () => {
  const thrown =
    'Error: lost\nand more of it' +
    stack(
      `Proxy.<anonymous> (file://${checkout}/node_modules/.pnpm/chai/index.js:17:25)`,
      `helper (${checkout}/server/test/stage/stage.ts:7:65)`,
      'process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
      `${checkout}/server/test/chat.test.ts:5:42`,
    );
  expect(reason([thrown])).toEqual([
    'Error: lost',
    'at server/test/stage/stage.ts:7:65',
    'at server/test/chat.test.ts:5:42',
    'and more of it',
  ]);
});

test('colours and the code around the place are left out', () => {
  const thrown =
    '\u001b[31mError: expect(received)\u001b[39m\n\n\u001b[32m- Expected\u001b[39m\n\n' +
    "  3 | test('it', () => {\n> 4 |   expect(1).toBe(2);\n    |             ^" +
    stack(`${checkout}/e2e/journeys/gate.spec.ts:4:13`);
  expect(reason([thrown])).toEqual([
    'Error: expect(received)',
    'at e2e/journeys/gate.spec.ts:4:13',
    '- Expected',
  ]);
});

test('eight lines at most, however much was thrown', () => {
  const long = ['Error: long', ...Array.from({ length: 20 }, (_, n) => `line ${n}`)].join('\n');
  expect(reason([`Error: short${stack(`${checkout}/a.ts:1:1`)}`, long])).toEqual([
    'Error: short',
    'at a.ts:1:1',
    'Error: long',
    ...Array.from({ length: 5 }, (_, n) => `line ${n}`),
  ]);
  expect(reason([long])).toHaveLength(8);
  expect(reason([])).toEqual([]);
});

test('of a property what it said when it failed, be its case ever so long', () => {
  const failing = fc.property(fc.constant('case '.repeat(200)), () => {
    throw new Error('lost');
  });
  const told = reasonOf(() => fc.assert(failing, { seed: 1, endOnFailure: true }));
  expect(told[0]).toBe('Error: Property failed after 1 tests');
  expect(told.find((line) => line.startsWith('Counterexample'))).toHaveLength(300);
  expect(told).toContain('Got error: lost');
  expect(told.join('\n')).not.toContain('Hint');
});

function reasonOf(work: () => void): string[] {
  try {
    work();
  } catch (error) {
    return reason([(error as Error).stack ?? '']);
  }
  return [];
}
