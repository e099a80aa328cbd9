import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';

const entry = new URL('../../../sfu/src/main.ts', import.meta.url).pathname;

/**
 * A media node as operators run it, and what it wrote into its log.
 * @param dataDir where the server has left its keys for nodes
 * @param port where the server finds it; 0: any
 */
export async function running(dataDir: string, mediaPort: number, port = 0) {
  const child = fork(entry, {
    env: {
      ...process.env,
      CONFAB_DATA: dataDir,
      SFU_PORT: String(port),
      MEDIA_PORT: String(mediaPort),
      MEDIA_WORKERS: '1',
      MEDIA_ADDRESSES: '127.0.0.1',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const log: { msg: string; port?: number }[] = [];
  if (child.stdout)
    createInterface(child.stdout).on('line', (line) => log.push(JSON.parse(line) as never));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  await vi.waitUntil(() => log.length > 0, { timeout: 15_000 });
  return {
    url: `http://127.0.0.1:${String(log[0]?.port)}`,
    log: () => log.map(({ msg }) => msg.split(':')[0]),
    tell: (signal: NodeJS.Signals) => void child.kill(signal),
    ended: async () => (await ended)[0],
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
