import {
  grantClaims,
  grantLifetime,
  grantToken,
  type GrantClaims,
  type Instant,
  type MediaRefusal,
} from '@confab/shared';
import { errors, jwtVerify, type CryptoKey, type JWTPayload } from 'jose';
import * as v from 'valibot';
import { UsedGrants } from './used-grants.ts';

/** Seconds by which the clocks of server and node may differ. */
const clockTolerance = 2;

export type Admitted<Claims extends GrantClaims = GrantClaims> = Claims & {
  /** Milliseconds since the epoch, cut to the second. */
  issuedAt: number;
};

/** Checks grants: signed by the server, for media, young, and not seen before. */
export class Admission {
  #keys: readonly CryptoKey[];
  #used = new UsedGrants();

  constructor(keys: readonly CryptoKey[]) {
    this.#keys = keys;
  }

  /** Spends the grant. @param token as it came, unchecked */
  async admit(token: unknown, now: Instant): Promise<Admitted | MediaRefusal> {
    if (typeof token !== 'string' || token.length > 4096) return 'grant-forged';
    const payload = await this.#verify(token, now);
    if (typeof payload === 'string') return payload;
    const claims = v.safeParse(grantClaims, payload);
    const { iat, exp } = payload;
    if (!claims.success || iat === undefined || exp === undefined) return 'grant-forged';
    if (exp - iat > grantLifetime) return 'grant-forged';
    const keepUntil = (exp + clockTolerance) * 1000;
    if (!this.#used.spend(claims.output.jti, keepUntil, now.epochMilliseconds)) return 'grant-used';
    return { ...claims.output, issuedAt: iat * 1000 };
  }

  async #verify(token: string, now: Instant): Promise<JWTPayload | MediaRefusal> {
    for (const key of this.#keys) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [grantToken.algorithm],
          typ: grantToken.type,
          issuer: grantToken.issuer,
          audience: grantToken.audience,
          requiredClaims: ['jti', 'iat', 'exp'],
          currentDate: new Date(now.epochMilliseconds),
          clockTolerance,
        });
        return payload;
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'grant-expired';
        if (error instanceof errors.JWSSignatureVerificationFailed) continue;
        return 'grant-forged';
      }
    }
    return 'grant-forged';
  }
}
