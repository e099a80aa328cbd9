import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Fault } from './config.ts';

/** Reads certificate and key and sees to it that they belong together. */
export function readTls(
  certFile: string | null,
  keyFile: string | null,
): { tls: { cert: string; key: string } | null; fault: Fault | null } {
  if (!certFile && !keyFile) return { tls: null, fault: null };
  if (!certFile || !keyFile)
    return {
      tls: null,
      fault: {
        variable: certFile ? 'TLS_KEY' : 'TLS_CERT',
        wrong: `it is missing, while ${certFile ? 'TLS_CERT' : 'TLS_KEY'} is set`,
        mend: 'Set both, or neither',
      },
    };
  try {
    const tls = { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
    createSecureContext(tls);
    return { tls, fault: null };
  } catch (error) {
    return {
      tls: null,
      fault: {
        variable: 'TLS_CERT',
        wrong: `certificate and key cannot be used (${error instanceof Error ? error.message : 'unknown'})`,
        mend: 'Give PEM files that Confab may read and that belong together',
      },
    };
  }
}
