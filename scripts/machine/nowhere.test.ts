import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkout } from '../setup/checkout.mjs';

let room: string;
beforeEach(() => void (room = mkdtempSync(join(tmpdir(), 'confab-nowhere-'))));
afterEach(() => {
  rmSync(room, { recursive: true });
});

/** Runs this script where there is no network. */
function runs(how: string[], script: string) {
  const nowhere = join(checkout, 'scripts/machine/nowhere');
  const { status, stdout } = spawnSync(nowhere, [...how, process.execPath, '-e', script], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, said: stdout.trim() };
}

const callsOut = `require('node:net').connect(80, '198.51.100.7')
  .on('error', ({ code }) => console.log(code)).setTimeout(300, () => process.exit(7))`;

const talksToItself = `require('node:net').createServer((socket) => socket.end('hello'))
  .listen(0, '127.0.0.1', function () {
    require('node:net').connect(this.address().port, '127.0.0.1')
      .on('data', (text) => { console.log(String(text)); process.exit(0); });
  })`;

test('what calls out where there is no route fails at once', () => {
  expect(runs([], callsOut)).toEqual({ status: 0, said: 'ENETUNREACH' });
});

test('what calls out is written down, and its exit code told', () => {
  const calls = join(room, 'calls');
  expect(runs(['--calls', calls], callsOut).status).toBe(7);
  expect(readFileSync(calls, 'utf8')).toContain('198.51.100.7.80');
});

test('a name that is looked up is written down', () => {
  const calls = join(room, 'calls');
  runs(
    ['--calls', calls],
    `require('node:dns').lookup('example.org', () => {});
    const isWritten = () => require('node:fs').readFileSync('${calls}', 'utf8').includes('example.org');
    setInterval(() => isWritten() && process.kill(process.pid, 'SIGKILL'), 20)`,
  );
  expect(readFileSync(calls, 'utf8')).toContain('example.org');
});

test('what stays on the machine leaves no trace', () => {
  const calls = join(room, 'calls');
  expect(runs(['--calls', calls], talksToItself)).toEqual({ status: 0, said: 'hello' });
  expect(readFileSync(calls, 'utf8').trim()).toBe('');
});
