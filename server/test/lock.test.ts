import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdFolder } from '../src/db/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confab-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function held() {
  const found = holdFolder(folder);
  if (!found.ok) throw new Error(found.fault.wrong);
  return found.held;
}

test('a data folder is held by one Confab at a time', () => {
  const first = held();
  expect(holdFolder(folder)).toEqual({
    ok: false,
    fault: {
      variable: 'CONFAB_DATA',
      wrong: 'another Confab runs on this folder',
      mend: 'End it, or name another folder',
    },
  });
  first[Symbol.dispose]();
  held()[Symbol.dispose]();
});

test('a lock that cannot be used is not taken for another Confab', () => {
  const file = join(folder, 'confab.lock');
  mkdirSync(file);
  expect(holdFolder(folder)).toEqual({
    ok: false,
    fault: {
      variable: file,
      wrong: 'it cannot be used',
      mend: 'Remove it, and see that its folder belongs to the user that runs Confab',
    },
  });
});
