import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, statSync, writeFileSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK } from 'jose';
import * as v from 'valibot';
import type { Fault } from './config.ts';
import { pushKeysOf } from './push-keys.ts';
import { sealingKeyOf } from './sealing-key.ts';

/** What nobody but this installation may know. */
export interface Secrets {
  /** Signs cookies. */
  auth: string;
  /** Ed25519; signs and checks admissions to the media node. */
  grant: { privateKey: CryptoKey; publicKey: CryptoKey };
  /** P-256; introduces us to push services. The public one is an uncompressed point in base64url. */
  push: { privateKey: CryptoKey; publicKey: string };
  /** AES-256; closes what the store keeps but a copy of it must not say. */
  seal: Uint8Array;
}

const edKey = v.object({ kty: v.literal('OKP'), crv: v.literal('Ed25519'), x: v.string() });
const stored = v.object({
  auth: v.pipe(v.string(), v.minLength(43)),
  grant: v.object({ ...edKey.entries, d: v.string() }),
});

/** Opens the installation's secrets, made on the first start. */
export async function openSecrets(
  dataDir: string,
): Promise<{ ok: true; secrets: Secrets } | { ok: false; fault: Fault }> {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!statSync(file, { throwIfNoEntry: false })) await makeSecrets(file);
  const refuse = (wrong: string, mend: string) =>
    ({ ok: false, fault: { variable: file, wrong, mend } }) as const;
  if ((statSync(file).mode & 0o077) !== 0)
    return refuse('others on this machine may read it', `Run chmod 600 ${file}`);
  const found = v.safeParse(v.pipe(v.string(), v.parseJson(), stored), readFileSync(file, 'utf8'));
  if (!found.success)
    return refuse(
      'it does not hold Confab’s secrets',
      'Bring it back from a backup, or remove it: new ones are made, and everyone signs in again',
    );
  const { auth, grant } = found.output;
  const { d: _private, ...publicJwk } = grant;
  const [privateKey, publicKey, push] = await Promise.all([
    key(grant),
    key(publicJwk),
    pushKeysOf(auth),
  ]);
  const seal = sealingKeyOf(auth);
  return { ok: true, secrets: { auth, grant: { privateKey, publicKey }, push, seal } };
}

const key = (jwk: v.InferOutput<typeof edKey>) => importJWK(jwk, 'EdDSA');

async function makeSecrets(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const secrets = {
    auth: randomBytes(32).toString('base64url'),
    grant: await exportJWK(privateKey),
  };
  // Made with its mode, never widened for a moment; and never over an existing one.
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, JSON.stringify(secrets, null, 2) + '\n');
  } finally {
    closeSync(handle);
  }
}
