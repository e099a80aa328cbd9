import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { variables } from '../../src/config/variables.ts';

const page = new URL('../../../docs/CONFIGURATION.md', import.meta.url);

test('docs/CONFIGURATION.md shows every variable as the code has it, and no other', () => {
  const shown = readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const known = Object.entries(variables).map(([name, variable]) => [
    `\`${name}\``,
    'serveOnly' in variable ? 'serve' : 'both',
    variable.otherwise,
    variable.meaning,
  ]);
  expect(shown).toEqual(known);
});
