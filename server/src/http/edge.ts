import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { HttpRefusal } from '@confab/shared/protocol';
import type { Config } from '../config/config.ts';
import { originsOf } from '../config/origins.ts';
import { blockListOf } from '../config/values.ts';

/** What a request says about where it comes from and where it meant to go, and how far to believe it. */
export interface Edge {
  /** Why the request is not even looked at, or null. */
  refuses(request: IncomingMessage): HttpRefusal | null;
  /** It comes from one of our own pages: same scheme, host and port. Programs without Origin do not. */
  allowedOrigin(request: IncomingMessage): boolean;
  /** The origin under which it was asked; the first of ours when it names none of them. */
  originOf(request: IncomingMessage): string;
  /** All of ours. */
  origins(): readonly string[];
  /** Where the person sits, as far as it can be known. */
  addressOf(request: IncomingMessage): string;
  /** It was sent on this machine, and by nobody's proxy. */
  isLocal(request: IncomingMessage): boolean;
}

/** Asked by machines, by whatever name they know this one. */
const forMachines = new Set(['/healthz', '/metrics']);

/** @param port on which the server listens, once it does */
export function createEdge(config: Config, port: () => number): Edge {
  const origins = () => originsOf(config, port());
  const proxies = blockListOf(config.trustedProxies);
  const isProxy = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  const peerOf = ({ socket }: IncomingMessage) => plain(socket.remoteAddress ?? '');
  const named = (request: IncomingMessage): string | undefined => {
    const forwarded = isProxy(peerOf(request)) ? first(request.headers['x-forwarded-host']) : null;
    const host = forwarded ?? request.headers.host ?? '';
    return origins().find((origin) => isAt(origin, host));
  };

  const refuses = (request: IncomingMessage): HttpRefusal | null => {
    if (config.mode === 'demo' && Object.keys(request.headers).some(isForwarding))
      return { code: 'forwarded' };
    const exempt = config.mode === 'serve' && forMachines.has(pathOf(request));
    return exempt || named(request) !== undefined ? null : { code: 'host', at: origins() };
  };

  return {
    refuses,
    allowedOrigin(request) {
      const own = named(request);
      return own !== undefined && refuses(request) === null && request.headers.origin === own;
    },
    originOf: (request) => named(request) ?? origins()[0] ?? '',
    origins,
    addressOf(request) {
      const way = [...list(request.headers['x-forwarded-for']), peerOf(request)];
      // From the near end: each proxy that is ours vouches for the one before it, and no further.
      return way.findLast((address) => !isProxy(address)) ?? way[0] ?? '';
    },
    isLocal: (request) =>
      !isProxy(peerOf(request)) &&
      !Object.keys(request.headers).some(isForwarding) &&
      /^(127\.|::1$)/.test(peerOf(request)),
  };
}

export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

/** @param host as a request names it: its letters and a usual port may be written otherwise */
function isAt(origin: string, host: string): boolean {
  // What browsers send is exactly that; to take it apart costs more than all else here.
  if (origin.endsWith(`//${host}`)) return true;
  const { protocol } = new URL(origin);
  const named = `${protocol}//${host}`;
  return URL.canParse(named) && new URL(named).href === `${origin}/`;
}

/** Headers by which proxies tell of themselves, or of whom they speak for. */
const forwarding = new Set([
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
]);

const isForwarding = (header: string): boolean =>
  forwarding.has(header) || header.startsWith('x-forwarded-');

/** IPv4 as such, also where it arrives on an IPv6 socket. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

const list = (header: string | string[] | undefined): string[] =>
  [header ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .map((text) => plain(text.trim()))
    .filter((text) => text !== '');

const first = (header: string | string[] | undefined): string | null => list(header)[0] ?? null;
