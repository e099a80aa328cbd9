import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdFolder } from '../src/db/lock.ts';

test('a data folder is held by one Confab at a time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-lock-'));
  const first = holdFolder(folder);
  expect(first).not.toBeNull();
  expect(holdFolder(folder)).toBeNull();
  first?.[Symbol.dispose]();
  const next = holdFolder(folder);
  expect(next).not.toBeNull();
  next?.[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});
