import { readFileSync } from 'node:fs';
import { availableParallelism, networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import * as v from 'valibot';
import type { Listen } from '../listen.ts';
import { readKeys, type NodeKeys } from './keys.ts';
import { variables, type ValueFor, type VariableName } from './variables.ts';

/** Everything the operator of a media node decides, read once and checked whole. */
export interface NodeConfig {
  host: string;
  /** 0: any free one. */
  port: number;
  /** PEM text. */
  tls: { cert: string; key: string } | null;
  keys: NodeKeys;
  workerBin: string;
  workers: number;
  listen: Listen;
  logLevel: string;
}

/** One thing that is wrong with the configuration, and what would mend it. */
export interface NodeFault {
  variable: string;
  wrong: string;
  mend: string;
}

/** @returns every fault there is, not only the first */
export async function readNodeConfig(
  environment: Record<string, string | undefined>,
): Promise<{ ok: true; config: NodeConfig } | { ok: false; faults: NodeFault[] }> {
  const faults: NodeFault[] = [];
  const read = <Name extends VariableName, Otherwise>(name: Name, otherwise: Otherwise) => {
    // An empty value is as good as none.
    const text = environment[name]?.trim() || null;
    if (text === null) return otherwise;
    const { read: schema, mend } = variables[name];
    const found = v.safeParse(schema, text);
    if (found.success) return found.output as ValueFor<Name>;
    faults.push({ variable: name, wrong: `“${text}” cannot be used`, mend });
    return otherwise;
  };

  const host = read('SFU_HOST', '127.0.0.1');
  const port = read('SFU_PORT', 3100);
  const tls = readTls(read('SFU_TLS_CERT', null), read('SFU_TLS_KEY', null), faults);
  const keysFile = read('MEDIA_KEYS', resolve(read('CONFAB_DATA', 'data'), 'media-keys.json'));
  const workerBin = read('MEDIASOUP_WORKER_BIN', null);
  const workers = read('MEDIA_WORKERS', Math.max(1, availableParallelism() - 1));
  const mediaPort = read('MEDIA_PORT', 44_400);
  const announcedAddresses = read('MEDIA_ADDRESSES', ownAddresses());
  const logLevel = read('LOG_LEVEL', 'info');
  if (mediaPort + workers - 1 > 65_535)
    faults.push({
      variable: 'MEDIA_PORT',
      wrong: `there are not ${workers} ports from ${mediaPort} on`,
      mend: 'Give a lower port, or fewer MEDIA_WORKERS',
    });
  if (workerBin === null && !faults.some(({ variable }) => variable === 'MEDIASOUP_WORKER_BIN'))
    faults.push(missing('MEDIASOUP_WORKER_BIN', 'there is no media worker'));
  const keys = faults.some(({ variable }) => variable === 'MEDIA_KEYS')
    ? null
    : await readKeys(keysFile);
  if (typeof keys === 'string') faults.push(missing('MEDIA_KEYS', keys));
  if (faults.length > 0 || !keys || typeof keys === 'string' || workerBin === null)
    return { ok: false, faults };
  const listen = { ip: '0.0.0.0', port: mediaPort, announcedAddresses };
  return { ok: true, config: { host, port, tls, keys, workerBin, workers, listen, logLevel } };
}

const missing = (variable: VariableName, wrong: string): NodeFault => ({
  variable,
  wrong,
  mend: variables[variable].mend,
});

/** IPv4 addresses under which others reach this machine. */
const ownAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

function readTls(
  certFile: string | null,
  keyFile: string | null,
  faults: NodeFault[],
): NodeConfig['tls'] {
  if (certFile === null && keyFile === null) return null;
  const variable = keyFile === null ? 'SFU_TLS_KEY' : 'SFU_TLS_CERT';
  try {
    if (certFile === null || keyFile === null) throw new Error('only one of the two is set');
    const tls = { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
    createSecureContext(tls);
    return tls;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    const mend = 'Give SFU_TLS_CERT and SFU_TLS_KEY, PEM files that belong together';
    faults.push({ variable, wrong: `certificate and key cannot be used (${why})`, mend });
    return null;
  }
}
