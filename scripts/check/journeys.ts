import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../setup/checkout.mjs';
import { ofPlaywright, sum } from './tally.ts';
import type { Tally } from './tally.ts';
import { counted } from './tests.ts';
import { runTool } from './tool.ts';

const nowhere = join(checkout, 'scripts/machine/nowhere');
const playwright = join(checkout, 'e2e/node_modules/.bin/playwright');
/** The embedded store is enough. */
const only = '--project=journeys';

/**
 * The journeys in a real browser, on a machine without a network: all of them where calling out
 * leads nowhere and is written down, then the main job where there is no way out at all. Those on
 * which axe looks at pages take half of the time, and nobody minds when there are two at once.
 */
export async function journeys(): Promise<Tally> {
  const room = mkdtempSync(join(tmpdir(), 'confab-nowhere-'));
  try {
    const called = (during: string) => join(room, during);
    const counting = (during: string) => ['--calls', called(during)];
    const most = await travelled('journeys', counting('most'), ['--grep-invert=axe:']);
    const looked = await travelled('axe', counting('axe'), [
      '--grep=axe:',
      '--fully-parallel',
      '--workers=2',
    ]);
    const job = await travelled('the main job without a route', [], ['main-job', only]);
    const calls = ['most', 'axe'].map((during) => readFileSync(called(during), 'utf8')).join('');
    return sum([most, looked, silence(calls), job]);
  } finally {
    rmSync(room, { recursive: true });
  }
}

const travelled = (name: string, how: readonly string[], which: readonly string[]) =>
  counted(name, ofPlaywright, (report) =>
    runTool([nowhere, ...how, playwright, 'test', ...which, '--reporter=list,json'], 'e2e', {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    }),
  );

/** Whether nothing tried to reach another machine; each packet that left is a line. */
function silence(calls: string): Tally {
  const lines = calls.split('\n').filter(Boolean);
  if (lines.length === 0) return { passed: 1, wrong: [] };
  console.error(`\nCalled out:\n${lines.slice(0, 40).join('\n')}`);
  return { passed: 0, wrong: [`called out: ${String(lines.length)} packets`] };
}
