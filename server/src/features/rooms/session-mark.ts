import { createHash } from 'node:crypto';

/** Tells the media node one sign-in of a person from another, and nothing else about it. */
export const sessionMark = (sessionId: string): string =>
  createHash('sha256').update(`seat ${sessionId}`).digest('base64url').slice(0, 32);
