import type { Instant } from '@confab/shared';
import type { Tx } from '../db/database.ts';
import type { FeedKind } from '../feed/kinds.ts';
import type { Happening } from './happening.ts';

/** What a handler works with: one transaction, one instant, and the ways to make things known. */
export interface Context {
  tx: Tx;
  now: Instant;
  /** Writes an entry into a person's feed; pushed after the commit. */
  tell(personId: string, kind: FeedKind, ref: string): Promise<void>;
  /** Announces what was decided; reactions of other features run before the commit. */
  happened(happening: Happening): void;
  /** Runs once the transaction is on disk, before the answer; never if it is not. */
  afterCommit(effect: () => Promise<void>): void;
}

/** A context in which a person asks. */
export interface PersonContext extends Context {
  actorId: string;
}

/** A feature's answer to what another brought about, in the same transaction. */
export type Reaction = (context: Context, happening: Happening) => Promise<void>;
