import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Complaint } from './complaint.ts';
import { codeOf } from './source.ts';
import { titlesIn } from './titles.ts';
import { filesOf } from './tree.ts';

const rulesFile = 'shared/RULES.md';

/** Rules without a test that carries their number, and tests that never run. */
export function rules(root: string): Complaint[] {
  if (!existsSync(join(root, rulesFile))) {
    return [{ file: rulesFile, says: 'is missing: the rules built so far belong there' }];
  }
  const tests = filesOf(root)
    .filter((file) => /\.(test|spec)\.ts$/.test(file))
    .flatMap((file) => titlesIn(file, codeOf(root, file)).map((title) => ({ file, ...title })));
  const skipped = tests
    .filter((test) => test.skipped)
    .map(({ file, line, full }) => ({ file, line, says: `never runs: "${full}"` }));
  const running = tests.filter((test) => !test.skipped).map(({ full }) => full);
  return [...uncovered(readFileSync(join(root, rulesFile), 'utf8'), running), ...skipped];
}

function uncovered(text: string, titles: readonly string[]): Complaint[] {
  const numbered = text.split('\n').flatMap((content, index) => {
    const number = /^- \**([A-Z]\d+)\b/.exec(content)?.[1];
    return number === undefined ? [] : [{ number, line: index + 1 }];
  });
  if (numbered.length === 0) return [{ file: rulesFile, says: 'names no rule' }];
  return numbered
    .filter(({ number }) => !titles.some((title) => new RegExp(`\\b${number}\\b`).test(title)))
    .map(({ number, line }) => ({
      file: rulesFile,
      line,
      says: `${number} is carried by no test's title`,
    }));
}
