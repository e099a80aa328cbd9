import { statSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { logLevels } from './config.ts';

/** A value read from text, or what is wrong with it and the mend. */
export type Read<Value> = { value: Value } | { wrong: string; mend: string };

export const whole =
  (least: number, most: number) =>
  (text: string): Read<number> => {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= least && value <= most
      ? { value }
      : {
          wrong: `“${text}” is not a whole number from ${least} to ${most}`,
          mend: `Give a number from ${least} to ${most}`,
        };
  };

export const ipAddress = (text: string): Read<string> =>
  isIP(text)
    ? { value: text }
    : { wrong: `“${text}” is not an IP address`, mend: 'Give one such as 0.0.0.0 or ::' };

/** An origin as browsers send it: scheme, host, and a port unless it is the scheme's own. */
export function origin(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const fine = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  return fine
    ? { value: url.origin }
    : {
        wrong: `“${text}” is not the address of a site`,
        mend: 'Give scheme and host, without a path, such as https://mentors.example.org',
      };
}

/** Addresses of media nodes, each once. */
export function origins(text: string): Read<string[]> {
  const found = [...new Set(items(text))].map(origin);
  const wrong = found.find((one) => 'wrong' in one);
  return wrong ?? { value: found.flatMap((one) => ('value' in one ? [one.value] : [])) };
}

/** How a PostgreSQL database is named; a socket's folder may stand in `?host=`. */
export function postgresUrl(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const fine = url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
  return fine
    ? { value: text }
    : {
        // It may hold a password, so it is not repeated.
        wrong: 'it is not the address of a PostgreSQL database',
        mend: 'Give one such as postgres://confab:password@localhost/confab, or unset it for SQLite',
      };
}

/** How Redis is named. */
export function redisUrl(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^rediss?:$/.test(url.protocol) && url.hostname !== ''
    ? { value: text }
    : {
        wrong: 'it is not the address of a Redis',
        mend: 'Give one such as redis://localhost:6379, or unset it for a single server',
      };
}

/** How a mail server is named. */
export function smtpUrl(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const fine =
    url && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname);
  return fine && url.search === ''
    ? { value: text }
    : {
        // It may hold a password, so it is not repeated.
        wrong: 'it is not the address of a mail server',
        mend: 'Give one such as smtp://user:password@mail.example.org:587, or unset it to send no mail',
      };
}

const sender = /^(?:"?([^"<>\r\n]*?)"?\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/;

/** Whom mail comes from: an address, with a name before it where there is one. */
export function mailFrom(text: string): Read<{ name: string; address: string }> {
  const [, name, named, alone] = sender.exec(text) ?? [];
  const address = named ?? alone;
  return address === undefined
    ? {
        wrong: `“${text}” is not an e-mail address`,
        mend: 'Give one such as Confab <confab@example.org>',
      }
    : { value: { name: name?.trim() || 'Confab', address } };
}

const items = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const isRange = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (!family || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
};

export function ranges(text: string): Read<string[]> {
  const wrong = items(text).find((item) => !isRange(item));
  return wrong === undefined
    ? { value: items(text) }
    : {
        wrong: `“${wrong}” is neither an IP address nor a CIDR range`,
        mend: 'Name the proxy by its address, such as 127.0.0.1 or 10.0.0.0/8',
      };
}

/** A list that answers whether an address lies in one of the ranges. */
export function blockListOf(list: readonly string[]): BlockList {
  const found = new BlockList();
  for (const range of list) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) found.addAddress(address, family);
    else found.addSubnet(address, Number(bits), family);
  }
  return found;
}

const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

export const onOrOff = (text: string): Read<boolean> =>
  text === 'on' || text === 'off'
    ? { value: text === 'on' }
    : { wrong: `“${text}” is neither on nor off`, mend: 'Give on or off' };

/** Hosts of push services, each with a port if it is not 443; a star before it stands for any of its own. */
export function pushServices(text: string): Read<string[]> {
  const isService = (item: string) => {
    const [, host = '', , port = ''] = /^(?:\*\.)?([^:]+)(:(\d{1,5}))?$/.exec(item) ?? [];
    return hostName.test(host) && Number(port) <= 65_535;
  };
  const wrong = items(text).find((item) => !isService(item));
  return wrong === undefined
    ? { value: items(text).map((item) => item.toLowerCase()) }
    : {
        wrong: `“${wrong}” is not the host of a push service`,
        mend: 'Give what the addresses of subscriptions begin with, without https://, such as push.example.org',
      };
}

export function addresses(text: string): Read<string[]> {
  const wrong = items(text).find((item) => !isIP(item) && !hostName.test(item));
  return wrong === undefined
    ? { value: items(text) }
    : {
        wrong: `“${wrong}” is neither an IP address nor a host name`,
        mend: 'Give what browsers can reach, such as 203.0.113.7',
      };
}

/** Host names, addresses and ranges of them, as names are compared. */
export function hosts(text: string): Read<string[]> {
  const wrong = items(text).find((item) => !isRange(item) && !hostName.test(item));
  return wrong === undefined
    ? { value: items(text).map((item) => item.toLowerCase()) }
    : {
        wrong: `“${wrong}” is neither a host name nor an IP address or CIDR range`,
        mend: 'Name the calendar server, such as calendar.example.org or 10.0.0.0/8',
      };
}

export function file(text: string): Read<string> {
  const found = statSync(text, { throwIfNoEntry: false });
  return found?.isFile()
    ? { value: text }
    : { wrong: `there is no file “${text}”`, mend: 'Give the path of a file that Confab may read' };
}

export const atLeast =
  (characters: number) =>
  (text: string): Read<string> =>
    text.length >= characters
      ? { value: text }
      : { wrong: 'it is too short', mend: `Give at least ${characters} characters` };

export function logLevel(text: string): Read<(typeof logLevels)[number]> {
  const value = logLevels.find((level) => level === text);
  return value
    ? { value }
    : { wrong: `“${text}” is no log level`, mend: `Give one of ${logLevels.join(', ')}` };
}
