import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../src/main.ts');
const watched = 'pwrite64,pwritev,fdatasync,fsync,write,writev,sendto,sendmsg';

export interface Traced extends Disposable {
  origin: string;
  setupCode: string;
  /** Ends the server. @returns every write and sync of it, in order, as the system saw them */
  end(): Promise<string[]>;
}

/** The server as people run it, watched by the system. */
export async function tracedServer(folder: string): Promise<Traced> {
  const trace = join(folder, 'trace');
  // Whole pages are told, so that what is in them can be found.
  const how = ['-f', '-y', '-qq', '-s', '8192', '--seccomp-bpf', '-e', `trace=${watched}`];
  const child = spawn('strace', [...how, '-o', trace, process.execPath, main, 'serve'], {
    env: {
      PATH: process.env['PATH'],
      CONFAB_DATA: join(folder, 'data'),
      PORT: '0',
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const part of child.stdout.setEncoding('utf8')) {
    said += part as string;
    if (said.includes('Set-up code')) break;
  }
  const pid = String(child.pid);
  const server = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'));
  return {
    origin: /Confab on (\S+)/.exec(said)?.[1] ?? '',
    setupCode: /Set-up code: (\S+)/.exec(said)?.[1] ?? '',
    async end() {
      const ended = once(child, 'exit');
      process.kill(server, 'SIGTERM');
      await ended;
      return readFileSync(trace, 'utf8').split('\n');
    },
    [Symbol.dispose]() {
      if (child.exitCode === null) process.kill(server, 'SIGKILL');
    },
  };
}
