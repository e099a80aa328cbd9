import * as v from 'valibot';
import { count, id, line } from '../protocol/fields.ts';

/**
 * A grant is a JWT that the server signs and the media node checks. It travels as `auth.grant` of
 * the connection to `/media`, never in a URL, and admits one connection once.
 *
 * The server signs, with jose:
 *
 *     new SignJWT(claims)               // GrantClaims without jti
 *       .setProtectedHeader({ alg: grantToken.algorithm, typ: grantToken.type })
 *       .setIssuer(grantToken.issuer).setAudience(grantToken.audience)
 *       .setJti(randomUUID()).setIssuedAt(now).setExpirationTime(now + grantLifetime)
 */
export const grantToken = {
  algorithm: 'EdDSA',
  type: 'confab-grant+jwt',
  issuer: 'confab',
  audience: 'confab-media',
} as const;

/** Seconds for which a grant admits. A grant that claims more is refused as forged. */
export const grantLifetime = 60;

/** Unique; remembered by the node until the grant expires. */
const jti = v.pipe(v.string(), v.minLength(16), v.maxLength(64));

export const grantClaims = v.variant('kind', [
  v.object({
    kind: v.literal('room'),
    jti,
    roomId: id,
    /** The room's epoch at signing. */
    epoch: count,
    personId: id,
    /** Which of the person's sign-ins this is for: a mark that says nothing else about it. */
    session: v.pipe(v.string(), v.minLength(16), v.maxLength(64)),
    name: line,
    role: v.picklist(['mentor', 'mentee']),
  }),
  v.object({ kind: v.literal('probe'), jti, personId: id }),
]);

/** What a grant says: who may enter which room, or use the echo of the network test. */
export type GrantClaims = v.InferOutput<typeof grantClaims>;
export type RoomGrant = Extract<GrantClaims, { kind: 'room' }>;
export type ProbeGrant = Extract<GrantClaims, { kind: 'probe' }>;
