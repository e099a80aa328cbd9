import { readFileSync, statSync } from 'node:fs';
import { importJWK, type CryptoKey } from 'jose';
import { grantToken, mediaKeys } from '@confab/shared';
import * as v from 'valibot';

/** By which a media node knows its server. */
export interface NodeKeys {
  /** Shared: proves on either side that the other belongs here. */
  control: string;
  /** Ed25519 public keys of the servers whose grants admit. */
  grants: CryptoKey[];
}

/** Reads what the server wrote. @returns the keys, or what is wrong */
export async function readKeys(file: string): Promise<NodeKeys | string> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return `there is no file “${file}”`;
  if ((found.mode & 0o077) !== 0)
    return `others on this machine may read “${file}” (chmod 600 mends that)`;
  const read = v.safeParse(
    v.pipe(v.string(), v.parseJson(), mediaKeys),
    readFileSync(file, 'utf8'),
  );
  if (!read.success) return `“${file}” does not hold the keys of a Confab server`;
  const { control, grants } = read.output;
  const imported = await Promise.all(grants.map((jwk) => importJWK(jwk, grantToken.algorithm)));
  return { control, grants: imported.filter((key) => key instanceof CryptoKey) };
}
