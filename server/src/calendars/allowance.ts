import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { blockListOf } from '../config/values.ts';

/** Where calendars may be asked for. */
export interface Allowance {
  /** @param host as an address names it @param address an IP address that the name stands for */
  allows(host: string, address: string): boolean;
}

/**
 * Public addresses, and what the operator names: mentors write any address, and none of them may
 * have Confab ask around in the network that it stands in.
 *
 * @param named host names, addresses and CIDR ranges
 */
export function allowance(named: readonly string[]): Allowance {
  const isRange = (item: string) => isIP(item.split('/')[0] ?? '') !== 0;
  const hosts = new Set(named.filter((item) => !isRange(item)));
  const ranges = blockListOf(named.filter(isRange));
  return {
    allows(host, address) {
      if (hosts.has(host.toLowerCase())) return true;
      const plain = plainAddress(address);
      if (plain === null) return false;
      return ranges.check(plain, isIP(plain) === 4 ? 'ipv4' : 'ipv6') || isPublic(plain);
    },
  };
}

/** IPv4 as such, also where it comes as IPv6; null for what is no address, or one of one link. */
function plainAddress(address: string): string | null {
  if (isIP(address) === 0 || address.includes('%')) return null;
  return ipaddr.process(address).toString();
}

const isPublic = (address: string): boolean => {
  const parsed = ipaddr.parse(address);
  // The first 96 bits zero: an IPv4 address in an old disguise.
  if (parsed instanceof ipaddr.IPv6 && parsed.parts.slice(0, 6).every((part) => part === 0))
    return false;
  return parsed.range() === 'unicast';
};
