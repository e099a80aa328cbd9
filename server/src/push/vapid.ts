import { SignJWT } from 'jose';
import type { Instant } from '@confab/shared';

/** The key pair by which push services know this installation. */
export interface PushKeys {
  privateKey: CryptoKey;
  /** Uncompressed point in base64url, as browsers ask for it. */
  publicKey: string;
}

/** Seconds for which one proof is good; services allow a day. */
const lasts = 12 * 3_600;

/**
 * Says to a push service who sends, by a signed token; one is used for many pushes.
 * @see https://www.rfc-editor.org/rfc/rfc8292
 */
export function createIntroduction(
  { privateKey, publicKey }: PushKeys,
  contact: () => string,
  clock: () => Instant,
): (endpoint: string) => Promise<string> {
  const made = new Map<string, { at: number; header: Promise<string> }>();
  const sign = async (audience: string, at: number): Promise<string> => {
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
      .setAudience(audience)
      .setExpirationTime(at + lasts)
      .setSubject(contact())
      .sign(privateKey);
    return `vapid t=${token}, k=${publicKey}`;
  };
  return (endpoint) => {
    const audience = new URL(endpoint).origin;
    const at = Math.floor(clock().epochMilliseconds / 1_000);
    const earlier = made.get(audience);
    // Half of its time is left at least; a clock that was set back makes a new one too.
    if (earlier && at >= earlier.at && at < earlier.at + lasts / 2) return earlier.header;
    const header = sign(audience, at);
    made.set(audience, { at, header });
    return header;
  };
}
