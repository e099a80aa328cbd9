import { isIP } from 'node:net';
import { statSync } from 'node:fs';
import * as v from 'valibot';

/** One variable of the environment that a media node reads. */
interface Variable<Value = unknown> {
  /** What holds when it is not set, in words. */
  otherwise: string;
  meaning: string;
  /** What to do when the value does not fit. */
  mend: string;
  read: v.GenericSchema<string, Value>;
}

const wholeFrom = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.digits(),
    v.transform(Number),
    v.safeInteger(),
    v.minValue(least),
    v.maxValue(most),
  );

const file = v.pipe(
  v.string(),
  v.check((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true),
);

const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

const addresses = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((item) => item.trim())),
  v.array(
    v.pipe(
      v.string(),
      v.check((item) => isIP(item) !== 0 || hostName.test(item)),
    ),
  ),
);

/** Everything that can be configured at a media node. `docs/MEDIA-NODES.md` shows this table. */
export const variables = {
  SFU_HOST: {
    otherwise: '127.0.0.1',
    meaning:
      'The address on which the node listens for the server and, on machines of its own, for browsers.',
    mend: 'Give an IP address of this machine, or 0.0.0.0 for all',
    read: v.pipe(
      v.string(),
      v.check((text) => isIP(text) !== 0),
    ),
  },
  SFU_PORT: {
    otherwise: '3100',
    meaning: 'The port on which it listens there. 0 takes a free one.',
    mend: 'Give a number from 0 to 65535',
    read: wholeFrom(0, 65_535),
  },
  SFU_TLS_CERT: {
    otherwise: 'no TLS',
    meaning:
      'File with the certificate chain (PEM), for a node on a machine of its own. Together with SFU_TLS_KEY.',
    mend: 'Give the path of a PEM file that the node may read',
    read: file,
  },
  SFU_TLS_KEY: {
    otherwise: 'no TLS',
    meaning: 'File with the private key (PEM). Together with SFU_TLS_CERT.',
    mend: 'Give the path of a PEM file that the node may read',
    read: file,
  },
  MEDIA_KEYS: {
    otherwise: 'media-keys.json in CONFAB_DATA',
    meaning:
      'File with the keys by which server and node know each other. The server makes it in its data folder at its first start; a node elsewhere needs a copy.',
    mend: 'Start the server once, then copy media-keys.json from its data folder to this path',
    read: file,
  },
  CONFAB_DATA: {
    otherwise: 'data',
    meaning:
      'The server’s data folder, where node and server share a machine. Only media-keys.json is read in it.',
    mend: 'Give the path of a folder',
    read: v.string(),
  },
  MEDIASOUP_WORKER_BIN: {
    otherwise: 'found or built at set-up',
    meaning: 'The media worker to run.',
    mend: 'Start the node with npm run media, which finds or builds one, or give what node scripts/worker/locate.mjs prints',
    read: file,
  },
  MEDIA_PORT: {
    otherwise: '44400',
    meaning:
      'The first port for sound and pictures, UDP and TCP. Each media worker takes one, counting up.',
    mend: 'Give a number from 1 to 65535',
    read: wholeFrom(1, 65_535),
  },
  MEDIA_WORKERS: {
    otherwise: 'one less than there are cores, at least 1',
    meaning: 'How many media workers run.',
    mend: 'Give a number from 1 to 64',
    read: wholeFrom(1, 64),
  },
  MEDIA_ADDRESSES: {
    otherwise: 'the IPv4 addresses of this machine',
    meaning:
      'Addresses or host names, separated by commas, under which browsers reach the media ports. Behind NAT: the public address.',
    mend: 'Give what browsers can reach, such as 203.0.113.7',
    read: addresses,
  },
  LOG_LEVEL: {
    otherwise: 'info',
    meaning: 'fatal, error, warn, info, debug, trace or silent.',
    mend: 'Give one of fatal, error, warn, info, debug, trace, silent',
    read: v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
} satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;
export type ValueFor<Name extends VariableName> = v.InferOutput<(typeof variables)[Name]['read']>;
