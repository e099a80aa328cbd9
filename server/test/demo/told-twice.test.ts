import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { freePort } from '../neighbours/free-port.ts';
import { RealStart } from './real-start.ts';

const mediaPort = 17_831;

test('a server that is told to end more than once finishes what was begun all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-told-'));
  await using owned = new AsyncDisposableStack();
  owned.defer(() => {
    rmSync(folder, { recursive: true });
  });
  const port = await freePort();
  const server = owned.use(new RealStart('serve', folder, mediaPort, port));
  await server.listening();
  const begun = connect(port, '127.0.0.1');
  await once(begun, 'connect');
  const origin = `http://localhost:${String(port)}`;
  const head = ['POST /api/sign-out HTTP/1.1', `Host: localhost:${String(port)}`];
  const more = [`Origin: ${origin}`, 'Content-Type: application/json', 'Content-Length: 2'];
  begun.write([...head, ...more, 'Expect: 100-continue', '', ''].join('\r\n'));
  // Its head has been read.
  await once(begun, 'data');

  server.tell('SIGTERM');
  const isClosing = async () => {
    const late = connect(port, '127.0.0.1');
    await expect(once(late, 'connect')).rejects.toThrow('ECONNREFUSED');
  };
  await vi.waitFor(isClosing, 10_000);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) server.tell(signal);
  begun.write('{}');
  expect(await text(begun)).toMatch(/^HTTP\/1\.1 200 /);
  expect(await server.exitCode()).toBe(0);
}, 120_000);
