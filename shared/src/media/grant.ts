/** Claims of a grant: a short-lived, single-use admission signed by the server (Ed25519). */
export type GrantClaims =
  | {
      kind: 'room';
      /** Unique; remembered by the node until it expires. */
      jti: string;
      roomId: string;
      /** The room's epoch at signing. */
      epoch: number;
      personId: string;
      name: string;
      role: 'mentor' | 'mentee';
    }
  | { kind: 'probe'; jti: string; personId: string };

/** Seconds for which a grant admits. */
export const grantLifetime = 60;
