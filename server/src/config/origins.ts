import type { Config } from './config.ts';

/**
 * The origins under which people may use Confab, once it listens on `port`. The demo has two, so
 * that one browser can be two people.
 */
export function originsOf(
  { mode, origin, tls }: Pick<Config, 'mode' | 'origin' | 'tls'>,
  port: number,
): string[] {
  if (mode === 'demo') return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  // The standard form: a scheme's own port is left out.
  return [origin ?? new URL(`${tls ? 'https' : 'http'}://localhost:${port}`).origin];
}

/** Browsers open no camera under such an origin: it is neither encrypted nor this machine. */
export const isInsecure = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin);
  return (
    protocol === 'http:' && !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  );
};
