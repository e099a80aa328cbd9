import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNodeConfig } from '../src/config/read.ts';
import { variables } from '../src/config/variables.ts';

const folder = mkdtempSync(join(tmpdir(), 'confab-node-'));
const keysFile = join(folder, 'media-keys.json');
const worker = join(folder, 'worker');
const fine = { MEDIA_KEYS: keysFile, MEDIASOUP_WORKER_BIN: worker };

beforeAll(async () => {
  const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const keys = { control: 'k'.repeat(43), grants: [await exportJWK(publicKey)] };
  writeFileSync(keysFile, JSON.stringify(keys), { mode: 0o600 });
  writeFileSync(worker, '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The names of the variables that are wrong, and every mend. */
async function faults(environment: Record<string, string>) {
  const read = await readNodeConfig(environment);
  if (read.ok) return [];
  for (const { wrong, mend } of read.faults) expect([wrong, mend]).not.toContain('');
  return read.faults.map(({ variable }) => variable).toSorted();
}

test('keys and a worker are enough; the rest has its defaults', async () => {
  const read = await readNodeConfig({ ...fine, SFU_PORT: '' });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  expect(read.config).toMatchObject({ host: '127.0.0.1', port: 3100, tls: null });
  expect(read.config.keys.grants).toHaveLength(1);
  expect(read.config.listen.port).toBe(44_400);
});

test('the keys are looked for in the data folder of a server on the same machine', async () => {
  expect(await faults({ CONFAB_DATA: folder, MEDIASOUP_WORKER_BIN: worker })).toEqual([]);
  expect(await faults({ CONFAB_DATA: tmpdir(), MEDIASOUP_WORKER_BIN: worker })).toEqual([
    'MEDIA_KEYS',
  ]);
});

test('every fault is named at once', async () => {
  const wrong = {
    SFU_HOST: 'here',
    SFU_PORT: '3100x',
    SFU_TLS_CERT: worker,
    MEDIA_KEYS: join(folder, 'nothing'),
    MEDIA_PORT: '0',
    MEDIA_WORKERS: '65',
    MEDIA_ADDRESSES: '203.0.113.7, not a host',
    LOG_LEVEL: 'loud',
  };
  expect(await faults(wrong)).toEqual(
    [
      ...Object.keys(wrong).filter((name) => name !== 'SFU_TLS_CERT'),
      'MEDIASOUP_WORKER_BIN',
      'SFU_TLS_KEY',
    ].toSorted(),
  );
});

describe('keys that cannot be used are not used', () => {
  test('others may read them', async () => {
    chmodSync(keysFile, 0o644);
    expect(await faults(fine)).toEqual(['MEDIA_KEYS']);
    chmodSync(keysFile, 0o600);
  });

  test('they are something else', async () => {
    const other = join(folder, 'secrets.json');
    writeFileSync(other, '{"auth":"x"}', { mode: 0o600 });
    expect(await faults({ ...fine, MEDIA_KEYS: other })).toEqual(['MEDIA_KEYS']);
  });
});

test('more workers than ports are left', async () => {
  expect(await faults({ ...fine, MEDIA_PORT: '65535', MEDIA_WORKERS: '2' })).toEqual([
    'MEDIA_PORT',
  ]);
});

test('docs/MEDIA-NODES.md shows every variable as the code has it, and no other', () => {
  const page = new URL('../../docs/MEDIA-NODES.md', import.meta.url);
  const shown = readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const known = Object.entries(variables).map(([name, { otherwise, meaning }]) => [
    `\`${name}\``,
    otherwise,
    meaning,
  ]);
  expect(shown).toEqual(known);
});
