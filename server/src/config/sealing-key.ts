import { hkdfSync } from 'node:crypto';

/**
 * The key (AES-256) that closes what the store keeps but a copy of it must not say, drawn from the
 * installation's secret as the one for push services is: several servers with copies of one file
 * open what each of them has closed.
 */
export const sealingKeyOf = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'confab: key for what is kept sealed', 32));
