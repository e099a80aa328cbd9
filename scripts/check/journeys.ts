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

/**
 * The journeys in a real browser, on a machine without a network: all of them where calling out
 * leads nowhere and is written down, then the main job where there is no way out at all.
 */
export async function journeys(): Promise<Tally> {
  const room = mkdtempSync(join(tmpdir(), 'confab-nowhere-'));
  try {
    const calls = join(room, 'calls');
    const all = await travelled('journeys', ['--calls', calls], []);
    const job = await travelled('the main job without a route', [], ['main-job']);
    return sum([all, silence(readFileSync(calls, 'utf8')), job]);
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
