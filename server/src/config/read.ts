import { resolve } from 'node:path';
import type { Config, Fault, Mode } from './config.ts';
import { thisMachine, type Machine } from './machine.ts';
import { knownServices } from './push-services.ts';
import { readTls } from './tls.ts';
import * as values from './values.ts';
import { readElsewhere, variables, type VariableName } from './variables.ts';

type Environment = Record<string, string | undefined>;

/**
 * Reads the configuration once and checks it whole.
 * @returns every fault there is, not only the first
 */
export function readConfig(
  mode: Mode,
  environment: Environment,
  machine: Machine = thisMachine(),
): { ok: true; config: Config } | { ok: false; faults: Fault[] } {
  const faults: Fault[] = [...strangers(mode, environment)];
  const read = <Value, Otherwise>(
    name: VariableName,
    parse: (text: string) => values.Read<Value>,
    otherwise: Otherwise,
  ): Value | Otherwise => {
    const text = textOf(mode, environment, name);
    if (text === null) return otherwise;
    const found = parse(text);
    if ('value' in found) return found.value;
    faults.push({ variable: name, ...found });
    return otherwise;
  };

  const demo = mode === 'demo';
  const host = read('HOST', values.ipAddress, '0.0.0.0');
  const path = (text: string) => ({ value: text });
  const { tls, fault } = readTls(
    read('TLS_CERT', values.file, null),
    read('TLS_KEY', values.file, null),
  );
  if (fault) faults.push(fault);
  const smtpUrl = read('SMTP_URL', values.smtpUrl, null);
  const from = read('MAIL_FROM', values.mailFrom, null);
  const config: Config = {
    mode,
    port: read('PORT', values.whole(0, 65_535), 3000),
    hosts: demo ? ['127.0.0.1', '::1'] : [host],
    origin: read('ORIGIN', values.origin, null),
    tls,
    trustedProxies: read('TRUSTED_PROXY', values.ranges, []),
    dataDir: resolve(machine.folder, read('CONFAB_DATA', path, demo ? 'demo-data' : 'data')),
    databaseUrl: read('DATABASE_URL', values.postgresUrl, null),
    redisUrl: read('REDIS_URL', values.redisUrl, null),
    media: {
      ip: demo ? '127.0.0.1' : '0.0.0.0',
      port: read('MEDIA_PORT', values.whole(1, 65_535), 44_400),
      workers: read('MEDIA_WORKERS', values.whole(1, 64), Math.max(1, machine.cores - 1)),
      announcedAddresses: demo ? [] : read('MEDIA_ADDRESSES', values.addresses, machine.addresses),
      workerBin: read('MEDIASOUP_WORKER_BIN', values.file, null),
    },
    nodes: read('SFU_URLS', values.origins, []),
    nodePort: read('SFU_PORT', values.whole(1, 65_535), 3100),
    mail: smtpUrl !== null && from !== null ? { url: smtpUrl, from } : null,
    calendarHosts: read('CALENDAR_HOSTS', values.hosts, []),
    push: read('PUSH', values.onOrOff, true)
      ? { services: read('PUSH_SERVICES', values.pushServices, knownServices) }
      : null,
    metricsToken: read('METRICS_TOKEN', values.atLeast(16), null),
    logLevel: read('LOG_LEVEL', values.logLevel, 'info'),
  };
  if (!faults.some(({ variable }) => variable.startsWith('TLS_')))
    faults.push(...mismatches(config));
  faults.push(...halfOfMail(smtpUrl !== null, from !== null, faults));
  return faults.length === 0 ? { ok: true, config } : { ok: false, faults };
}

/** An empty value is as good as none. */
function textOf(mode: Mode, environment: Environment, name: VariableName): string | null {
  if (mode === 'demo' && 'serveOnly' in variables[name]) return null;
  return environment[name]?.trim() || null;
}

/** Variables that mean nothing here: misspelt ones, and those that the demo would not heed. */
function* strangers(mode: Mode, environment: Environment): Iterable<Fault> {
  for (const name of Object.keys(environment).toSorted())
    if (name.startsWith('CONFAB_') && !(name in variables) && !readElsewhere.has(name))
      yield {
        variable: name,
        wrong: 'Confab knows no such variable',
        mend: 'See docs/CONFIGURATION.md',
      };
  if (mode === 'serve') return;
  for (const [name, variable] of Object.entries(variables))
    // Some shells set HOST for everything; the demo stays on loopback regardless.
    if ('serveOnly' in variable && environment[name]?.trim() && name !== 'HOST')
      yield {
        variable: name,
        wrong: 'the demo does not heed it',
        mend: 'Unset it, or use npm run serve',
      };
}

/** Mail needs both: where to, and whom from. */
function* halfOfMail(server: boolean, sender: boolean, faults: Fault[]): Iterable<Fault> {
  const told = faults.some(({ variable }) => variable === 'SMTP_URL' || variable === 'MAIL_FROM');
  if (told || server === sender) return;
  const [missing, given] = server ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM'];
  yield {
    variable: missing,
    wrong: `it is not set, while ${given} is`,
    mend: `Set both, or unset ${given} to send no mail`,
  };
}

/** What is fine by itself but not together. */
function* mismatches(config: Config): Iterable<Fault> {
  const { origin, tls, trustedProxies, media, nodes, databaseUrl, redisUrl } = config;
  if (redisUrl !== null && databaseUrl === null)
    yield {
      variable: 'REDIS_URL',
      wrong: 'it is for several servers, and these need one database',
      mend: 'Set DATABASE_URL, or unset it',
    };
  const secure = origin?.startsWith('https:');
  if (tls && origin && !secure)
    yield {
      variable: 'ORIGIN',
      wrong: 'it begins with http:, while TLS_CERT is set',
      mend: 'Let it begin with https:',
    };
  if (secure && !tls && trustedProxies.length === 0)
    yield {
      variable: 'TRUSTED_PROXY',
      wrong: 'ORIGIN is https, and nothing here would speak TLS',
      mend: 'Name the proxy that does, such as 127.0.0.1, or set TLS_CERT and TLS_KEY',
    };
  const plain = nodes.find((node) => node.startsWith('http:'));
  if (plain && (secure || tls))
    yield {
      variable: 'SFU_URLS',
      wrong: `pages that come by https: cannot open ${plain}`,
      mend: 'Let every address begin with https:, and give each node SFU_TLS_CERT and SFU_TLS_KEY',
    };
  if (media.port + media.workers - 1 > 65_535)
    yield {
      variable: 'MEDIA_PORT',
      wrong: `there are not ${media.workers} ports from ${media.port} on`,
      mend: 'Give a lower port, or fewer MEDIA_WORKERS',
    };
}
