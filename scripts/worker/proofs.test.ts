import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkFlags, shims, srtpFlags } from './recipe.mjs';

const run = promisify(execFile);
const proofs = join(dirname(fileURLToPath(import.meta.url)), 'proofs');
const compilationMs = 120_000;

let room: string;
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'confab-proofs-'));
});
afterAll(() => rm(room, { recursive: true }));

/** Compiles a small program with our shims and runs it: it ends with 0 or says what was wrong. */
async function prove(name: string, ...more: string[]) {
  const program = join(room, `${name}${more.length}`);
  const flags = ['-std=c++20', '-O1', '-Wall', '-Wextra', `-I${shims}`, ...srtpFlags()];
  await run('g++', [...flags, join(proofs, `${name}.cpp`), '-o', program, ...more]);
  return run(program);
}

describe('the map shim', () => {
  test(
    'iterates in insertion order, and erasing moves the last entry into the hole',
    async () => expect(await prove('order')).toMatchObject({ stderr: '' }),
    compilationMs,
  );

  test(
    'agrees with a plain model over a long random life, colliding hashes included',
    async () => expect(await prove('model')).toMatchObject({ stderr: '' }),
    compilationMs,
  );
});

describe('the srtp shim', () => {
  test(
    'brings packets through in every profile and refuses what is wrong',
    async () => expect(await prove('srtp', '-lsrtp2')).toMatchObject({ stderr: '' }),
    compilationMs,
  );
});

describe('the kernel TLS wrap', () => {
  const wrap = linkFlags.filter((flag) => flag.includes('--wrap'));

  test(
    'answers truthfully whatever the callback says',
    async () =>
      expect(await prove('ktls', join(shims, 'ktls.cpp'), ...wrap, '-lcrypto')).toMatchObject({
        stderr: '',
      }),
    compilationMs,
  );

  test(
    'is needed: without it the same program fails',
    async () => expect(prove('ktls', '-lcrypto')).rejects.toThrow('BIO_CTRL_GET_KTLS_SEND'),
    compilationMs,
  );
});
