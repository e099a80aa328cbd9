import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Allowance } from './allowance.ts';

/** What a name stands for, just now. @throws Error where it stands for nothing */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

export const resolveByDns: Resolve = (host) => lookup(host, { all: true });

/**
 * The addresses at which this host may be asked; null where it may not. Of a name all must be allowed:
 * one that leads outside and inside at once means no good.
 *
 * @throws Error where the name stands for nothing
 */
export async function checkedAddresses(
  host: string,
  allowance: Allowance,
  resolve: Resolve,
): Promise<LookupAddress[] | null> {
  const bare = host.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  const found = family === 0 ? await resolve(bare) : [{ address: bare, family }];
  return found.length > 0 && found.every(({ address }) => allowance.allows(bare, address))
    ? found
    : null;
}
