import type { Config } from './config.ts';

/**
 * The origins under which people may use Confab, once it listens on `port`. The demo has two, so
 * that one browser can be two people.
 */
export function originsOf(
  { mode, origin, tls }: Pick<Config, 'mode' | 'origin' | 'tls'>,
  port: number,
): string[] {
  const hosts = mode === 'demo' ? ['localhost', '127.0.0.1'] : ['localhost'];
  if (mode === 'serve' && origin) return [origin];
  // As browsers write it: a scheme's own port is left out.
  return hosts.map((host) => new URL(`${tls ? 'https' : 'http'}://${host}:${port}`).origin);
}

/** Browsers open no camera under such an origin: it is neither encrypted nor this machine. */
export const isInsecure = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin);
  return (
    protocol === 'http:' && !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  );
};
