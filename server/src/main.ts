import { flushCompileCache } from 'node:module';
import { Temporal } from '@confab/shared';
import { openApp } from './app.ts';
import { faultText, type Mode } from './config/config.ts';
import { startLines } from './console/start-lines.ts';

// What is written here is nobody else's to read on this machine.
process.umask(0o077);

const mode: Mode = process.argv[2] === 'demo' ? 'demo' : 'serve';
const opened = await openApp({
  mode,
  env: process.env,
  clock: () => Temporal.Now.instant(),
  // For real use media runs apart, so that a restart of the server ends no call.
  createMediaNode: mode === 'demo' ? (await import('@confab/sfu')).createMediaNode : null,
});

if (opened.ok) {
  const { app } = opened;
  let closing: Promise<void> | null = null;
  const stop = (code: number) => void (closing ??= app.close().then(() => process.exit(code)));
  // Before anything is said: whoever hears of it may tell it to end at once. Also more than once,
  // as a whole group is told, and each by its parent besides.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0));
  void app.outdated.then(() => stop(1));
  for (const line of startLines(app)) console.log(line);
  // For the next start, however this run ends.
  flushCompileCache();
  // Whoever started this process may want to know.
  process.send?.('listening');
} else {
  console.error('Confab cannot start:');
  for (const fault of opened.faults) console.error(`  ${faultText(fault)}`);
  process.exitCode = 1;
}
