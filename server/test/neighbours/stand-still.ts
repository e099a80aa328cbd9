import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';

/**
 * Stops a process in the middle of whatever it does, as a paused machine stops. Resolves once none of
 * its threads does anything, and what it had said before can be heard.
 */
export async function standStill(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  const tasks = `/proc/${String(pid)}/task`;
  const stands = (task: string) => /\) T /.test(readFileSync(`${tasks}/${task}/stat`, 'utf8'));
  while (!readdirSync(tasks).every(stands)) await turn();
  // A socket is read piece by piece, each in a turn of its own.
  for (let turns = 0; turns < 20; turns++) await turn();
}
