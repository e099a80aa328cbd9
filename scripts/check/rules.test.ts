import { expect, test } from 'vitest';
import { rules } from './rules.ts';
import { Tree } from './tree-on-disk.ts';

const copy = '# Rules\n\n- D3 An instant is open.\n- **W1** The room.\n- D31 Another.\n';

function missing(...tests: string[]): string[] {
  using tree = new Tree({ 'shared/RULES.md': copy, 'server/a.test.ts': tests.join('\n') });
  return rules(tree.root).map(({ says }) => says);
}

test('a rule without a test is named, with its line', () => {
  using tree = new Tree({
    'shared/RULES.md': copy,
    'shared/a.test.ts': "test('D3: open', () => {}); test('D31', () => {});",
  });
  expect(rules(tree.root)).toEqual([
    { file: 'shared/RULES.md', line: 4, says: "W1 is carried by no test's title" },
  ]);
});

test('a number counts only as a whole word in the title of a test', () => {
  expect(missing("test('D31 and W1', () => {}); // D3", "const title = 'D3';")).toEqual([
    "D3 is carried by no test's title",
  ]);
});

test('titles of groups, tables, templates and journeys count', () => {
  expect(
    missing(
      "describe('D3: the clock', () => { it.each([1])(`W1 at ${x}`, () => {}); });",
      "test.describe('D31', () => { test('opens', () => {}); });",
    ),
  ).toEqual([]);
});

test('a group without a test in it carries nothing', () => {
  expect(missing("describe('D3 W1 D31', () => {});")).toHaveLength(3);
});

test('a test that never runs carries nothing, and is named', () => {
  const said = missing(
    "test.skip('D3', () => {}); describe.skip('group', () => { test('W1', () => {}); });",
    "test.todo('D31');",
  );
  expect(said.filter((says) => says.startsWith('never runs'))).toHaveLength(3);
  expect(said.filter((says) => says.includes('carried by no'))).toHaveLength(3);
});

test('no rules at all is no pass', () => {
  using without = new Tree({ 'a.test.ts': '' });
  using empty = new Tree({ 'shared/RULES.md': '# Rules\n' });
  expect(rules(without.root)).toHaveLength(1);
  expect(rules(empty.root)).toHaveLength(1);
});
