import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout, environment } from '../setup/checkout.mjs';
import { locateWorker } from '../worker/locate.mjs';
import { judged, nothing, ofVitest, sum } from './tally.ts';
import type { Tally } from './tally.ts';
import { runTool } from './tool.ts';
import { filesOf } from './tree.ts';
import { unhandledIn } from './unhandled.ts';

/** Waits for pictures and sounds more than it works. */
const media = 'sfu';
/** Takes all cores by itself. */
const whole = 'server';

/**
 * The unit tests of every package that has any, each in its own folder with its own settings:
 * the client's build tool takes the folder it runs in for the client, and shared runs twice. Those of
 * media leave a core to the small ones, and go beside them.
 */
export async function unitTests(): Promise<Tally> {
  const small = [...foldersWithTests()].filter((folder) => folder !== media && folder !== whole);
  const beside = await Promise.all([testsOf([media]), testsOf(small)]);
  return sum([...beside, await testsOf([whole])]);
}

/** One after the other. */
async function testsOf(folders: readonly string[]): Promise<Tally> {
  const worker = locateWorker();
  // Tests of media run on the real worker, as the product does.
  const env = environment(worker ? { MEDIASOUP_WORKER_BIN: worker } : {});
  const reporters = ['default', 'json', join(import.meta.dirname, 'unhandled.ts')];
  const tallies: Tally[] = [];
  for (const folder of folders) {
    const run = (report: string) =>
      runTool(
        [
          'vitest',
          'run',
          ...reporters.map((reporter) => `--reporter=${reporter}`),
          `--outputFile.json=${report}`,
        ],
        folder,
        env,
      );
    tallies.push(await counted(`unit tests: ${folder}`, ofVitest, run));
  }
  return sum(tallies);
}

const foldersWithTests = (): Set<string> =>
  new Set(
    filesOf(checkout)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => file.slice(0, file.indexOf('/'))),
  );

/** Runs a tool that writes a JSON report beside what it shows, and adds that up. */
export async function counted(
  name: string,
  tallyOf: (json: string) => Tally,
  run: (report: string) => Promise<boolean>,
): Promise<Tally> {
  const room = mkdtempSync(join(tmpdir(), 'confab-report-'));
  try {
    const file = join(room, 'report.json');
    const content = await run(file);
    const tally = existsSync(file) ? tallyOf(readFileSync(file, 'utf8')) : nothing;
    const beside = unhandledIn(file);
    const unhandled = existsSync(beside) ? readFileSync(beside, 'utf8') : '[]';
    return judged(name, content, tally, JSON.parse(unhandled) as string[]);
  } finally {
    rmSync(room, { recursive: true });
  }
}
