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
