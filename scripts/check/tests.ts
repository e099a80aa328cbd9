import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../setup/checkout.mjs';
import { judged, nothing, ofPlaywright, ofVitest } from './tally.ts';
import type { Tally } from './tally.ts';
import { runTool } from './tool.ts';

/** All unit tests of the packages that run under Node. */
export const unitTests = (): Promise<Tally> => vitest('unit tests', '.');

/** The client's, apart: its build tool takes the folder it runs in for the client. */
export const clientTests = (): Promise<Tally> => vitest('unit tests: client', 'client');

const vitest = (name: string, within: string): Promise<Tally> =>
  counted(name, ofVitest, (report) =>
    runTool(
      ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      within,
    ),
  );

/** The journeys in a real browser. */
export const journeys = (): Promise<Tally> =>
  counted('journeys', ofPlaywright, (report) =>
    runTool(
      [join(checkout, 'e2e/node_modules/.bin/playwright'), 'test', '--reporter=list,json'],
      'e2e',
      { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    ),
  );

/** Runs a tool that writes a JSON report beside what it shows, and adds that up. */
async function counted(
  name: string,
  tallyOf: (json: string) => Tally,
  run: (report: string) => Promise<boolean>,
): Promise<Tally> {
  const room = mkdtempSync(join(tmpdir(), 'confab-report-'));
  try {
    const file = join(room, 'report.json');
    const content = await run(file);
    const tally = existsSync(file) ? tallyOf(readFileSync(file, 'utf8')) : nothing;
    return judged(name, content, tally);
  } finally {
    rmSync(room, { recursive: true });
  }
}
