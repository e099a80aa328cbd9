import type { Instant } from '@confab/shared';
import type { Tx } from '../../db/database.ts';

/** How this installation pushes. */
export interface Pushing {
  /** The public key that browsers ask for. */
  key: string;
  /** The services that may be sent to. */
  services: readonly string[];
}

/** Whether a sign-in is still good: a device is told for as long as its own. */
export type IsSignedIn = (tx: Tx, sessionId: string, now: Instant) => Promise<boolean>;
