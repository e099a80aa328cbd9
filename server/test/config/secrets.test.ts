import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify, SignJWT } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecrets } from '../../src/config/secrets.ts';
import { Seal } from '../../src/db/seal.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'confab-secrets-')), 'data');
  file = join(folder, 'secrets.json');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

async function opened() {
  const found = await openSecrets(folder);
  if (!found.ok) throw new Error(found.fault.wrong);
  return found.secrets;
}

test('secrets are made once, for nobody else to read', async () => {
  const first = await opened();
  expect(first.auth).toMatch(/^[\w-]{43}$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const text = readFileSync(file, 'utf8');
  const second = await opened();
  expect(second.auth).toBe(first.auth);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('what one start signs, the next one checks, and another installation does not', async () => {
  const { grant } = await opened();
  const token = await new SignJWT({}).setProtectedHeader({ alg: 'EdDSA' }).sign(grant.privateKey);
  const later = await opened();
  await expect(jwtVerify(token, later.grant.publicKey)).resolves.toBeDefined();
  rmSync(file);
  const other = await opened();
  await expect(jwtVerify(token, other.grant.publicKey)).rejects.toThrow('signature');
});

test('what one start seals, the next one opens, and another installation does not', async () => {
  const closed = new Seal((await opened()).seal).close('an address', 'here');
  expect(new Seal((await opened()).seal).open(closed, 'here')).toBe('an address');
  rmSync(file);
  expect(new Seal((await opened()).seal).open(closed, 'here')).toBe(null);
});

test.each([0o640, 0o604, 0o620, 0o666])(
  'a file with mode %o is refused, with the mend',
  async (mode) => {
    await opened();
    chmodSync(file, mode);
    expect(await openSecrets(folder)).toEqual({
      ok: false,
      fault: {
        variable: file,
        wrong: 'others on this machine may read it',
        mend: `Run chmod 600 ${file}`,
      },
    });
  },
);

test.each(['', '{', '{}', '{"auth":"short"}'])(
  'a file that holds %j is refused, and kept',
  async (text) => {
    await opened();
    writeFileSync(file, text);
    expect(await openSecrets(folder)).toMatchObject({ ok: false, fault: { variable: file } });
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);
