import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK } from 'jose';
import { mediaKeys, type MediaKeys } from '@confab/shared';
import * as v from 'valibot';

/** By which media nodes in processes of their own know this installation. */
const fileName = 'media-keys.json';

/**
 * Sees to it that the file for the nodes stands in the data folder and names this grant key.
 * Removing it makes a new control key at the next start; every node then needs the new file.
 * @returns the control key
 */
export async function openMediaKeys(dataDir: string, grantKey: CryptoKey): Promise<string> {
  const file = join(dataDir, fileName);
  const { kty, crv, x } = await exportJWK(grantKey);
  const grant = v.parse(mediaKeys.entries.grants.item, { kty, crv, x });
  const found = readIf(file);
  if (found?.grants.some((known) => known.x === grant.x)) return found.control;
  const control = found?.control ?? randomBytes(32).toString('base64url');
  const keys: MediaKeys = { control, grants: [grant] };
  // Whole or not at all: a node may be reading it.
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, JSON.stringify(keys, null, 2) + '\n', { mode: 0o600, flag: 'wx' });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
  return control;
}

/** @throws Error of the system where there is one that may not be read */
function readIf(file: string): MediaKeys | null {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), mediaKeys), text);
  return read.success ? read.output : null;
}
