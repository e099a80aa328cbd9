import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { grantLifetime, grantToken, type Instant } from '@confab/shared';
import type { GrantSigner } from '../ports/media.ts';

/** Signs admissions to the media node with the installation's Ed25519 key. */
export function createGrantSigner(key: CryptoKey, clock: () => Instant): GrantSigner {
  const sign = (claims: Record<string, unknown>, grantId: string) => {
    const issued = Math.floor(clock().epochMilliseconds / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: grantToken.algorithm, typ: grantToken.type })
      .setIssuer(grantToken.issuer)
      .setAudience(grantToken.audience)
      .setJti(grantId)
      .setIssuedAt(issued)
      .setExpirationTime(issued + grantLifetime)
      .sign(key);
  };
  return {
    room: ({ grantId, ...seat }) => sign({ kind: 'room', ...seat }, grantId),
    probe: (personId) => sign({ kind: 'probe', personId }, randomUUID()),
  };
}
