import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { readElsewhere, variables } from '../../src/config/variables.ts';

const textOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = textOf('docs/CONFIGURATION.md');

test('docs/CONFIGURATION.md shows every variable as the code has it, and no other', () => {
  const shown = page
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

test('what the pages’ build reads is nothing strange to a server in the same environment', () => {
  const build = textOf('client/vite.config.ts') + textOf('client/build.ts');
  const names = [...new Set(build.match(/CONFAB_\w+/g))].toSorted();
  expect(names).toContain('CONFAB_TONGUE');
  expect([...readElsewhere].toSorted()).toEqual(names);
  for (const name of names) {
    expect(page).toContain(`\`${name}\``);
    expect(readConfig('demo', { [name]: 'de' })).toMatchObject({ ok: true });
  }
});
