import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RealStart } from './real-start.ts';
import { listeningOf } from './sockets.ts';

const mediaPort = 17_811;

test('the demo is this machine’s alone, media too; and never opened for real use', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-demo-'));
  await using owned = new AsyncDisposableStack();
  owned.defer(() => {
    rmSync(folder, { recursive: true });
  });
  const demo = owned.use(new RealStart('demo', folder, mediaPort));
  await demo.listening();

  const all = listeningOf(demo.pid);
  expect(all.filter(({ address }) => address !== '127.0.0.1' && address !== '::1')).toEqual([]);
  const isMedia = ({ port }: { port: number }) => port >= mediaPort && port < mediaPort + 10;
  expect(new Set(all.filter(isMedia).map(({ over }) => over))).toEqual(new Set(['tcp', 'udp']));
  const pages = all.filter((one) => one.over === 'tcp' && !isMedia(one));
  expect(pages.map(({ address }) => address)).toContain('127.0.0.1');
  await demo.end('SIGTERM');

  const serve = owned.use(new RealStart('serve', folder, mediaPort));
  expect(await serve.exitCode()).toBe(1);
  expect(await serve.end('SIGKILL')).toContain(
    'it holds a demo, with passwords that everyone knows',
  );
}, 120_000);
