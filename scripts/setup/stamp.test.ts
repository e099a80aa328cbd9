import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Tree } from '../check/tree-on-disk.ts';
import { hashOf, stampOf } from './stamp.mjs';

test('the hash follows the contents, names and absence of files, not what was generated', () => {
  using tree = new Tree({ 'client/src/a.ts': 'one', 'client/build/a.js': 'x', 'lock.yaml': '1' });
  const hash = () => hashOf(['client', 'lock.yaml', 'later'], tree.root);
  const put = (path: string, text: string) => writeFileSync(join(tree.root, path), text);
  const first = hash();

  put('client/build/a.js', 'y');
  expect(hash()).toBe(first);
  put('client/src/a.ts', 'two');
  const second = hash();
  expect(second).not.toBe(first);
  put('client/src/b.ts', '');
  const third = hash();
  expect(third).not.toBe(second);
  put('later', '');
  expect(hash()).not.toBe(third);
});

test('a stamp says what it was last set to', () => {
  using tree = new Tree({ x: '' });
  const stamp = () => stampOf('step', join(tree.root, 'stamps'));
  expect(stamp().is('a')).toBe(false);
  stamp().set('a');
  expect(stamp().is('a')).toBe(true);
  expect(stamp().is('b')).toBe(false);
});
