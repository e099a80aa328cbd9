import { checkout } from '../setup/checkout.mjs';
import { checks } from './checks.ts';
import type { Check } from './checks.ts';
import { written } from './complaint.ts';
import { narrowed } from './reason.ts';
import { sum } from './tally.ts';
import type { Tally } from './tally.ts';
import { unitTests } from './tests.ts';
import { runTool } from './tool.ts';

/** Checks that run side by side: as many as the least machine has cores. */
const together = 2;

/** Runs every check, whatever the others say, and then the unit tests. */
export async function allChecks(): Promise<Tally> {
  const waiting = checks.values();
  const inTurn = async () => {
    const tallies: Tally[] = [];
    for (const check of waiting) tallies.push(await judgedOf(check));
    return tallies;
  };
  const tallies = await Promise.all(Array.from({ length: together }, inTurn));
  return sum([...tallies.flat(), await unitTests()]);
}

async function judgedOf(check: Check): Promise<Tally> {
  const started = performance.now();
  const content = await contented(check);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${content ? '✓' : '✗'} ${check.name} (${seconds} s)`);
  return { passed: 0, wrong: content ? [] : [`check: ${check.name}`] };
}

async function contented(check: Check): Promise<boolean> {
  if ('runs' in check) return runTool(check.runs, check.within);
  const complaints = check.finds(checkout);
  if (complaints.length > 0) console.error(written(complaints));
  return complaints.length === 0;
}

/**
 * Shows what is wrong and why, so that nobody has to scroll for it; and once more in a line each, for
 * whoever sees but the end.
 */
export function summary({ wrong }: Tally): void {
  if (wrong.length === 0) return;
  const shown = wrong.map((each) => `  ${each.replaceAll('\n', '\n      ')}`);
  console.error(`\nNot in order:\n${shown.join('\n')}`);
  const short = wrong.map((each) => narrowed(each.replaceAll('\n', ' | ')));
  console.error(`\nIn short:\n${short.join('\n')}`);
}
