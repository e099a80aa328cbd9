import type { Instant } from '@confab/shared';
import type { Tx } from '../db/database.ts';
import type { Look } from '../db/look.ts';
import type { FeedKind } from '../feed/kinds.ts';
import type { Happening } from './happening.ts';

/** A program's people or their profiles are others than before. */
export interface DirectoryChange {
  programId: string;
  version: number;
  /** Who may see it. */
  personIds: string[];
}

/** What a handler works with: one transaction, one instant, and the ways to make things known. */
export interface Context {
  tx: Tx;
  now: Instant;
  /** What is seen here is read once and shown by, too: only for what this transaction leaves as it is. */
  look: Look;
  /** Writes an entry into a person's feed; pushed after the commit. */
  tell(personId: string, kind: FeedKind, ref: string): Promise<void>;
  /** Tells the open windows of these people, after the commit, that a program's directory changed. */
  directoryChanged(change: DirectoryChange): void;
  /** Announces what was decided; reactions of other features run before the commit. */
  happened(happening: Happening): void;
  /** Lets other features answer what was announced so far, where what follows must build on it. */
  react(): Promise<void>;
  /** Runs once the transaction is on disk, before the answer; never if it is not. */
  afterCommit(effect: () => Promise<void>): void;
}

/** A context in which a person decides something. */
export interface PersonContext extends Context {
  actorId: string;
}

/** A context in which a person gives a command, by one of their sign-ins. */
export interface CommandContext extends PersonContext {
  sessionId: string;
}

/** A context in which a person asks: one state of the store, which the answer leaves as it is. */
export type QueryContext = Pick<CommandContext, 'tx' | 'now' | 'actorId' | 'sessionId'>;

/** A feature's answers to what others brought about, in the same transaction. */
export type Reactions = {
  readonly [Kind in Happening['kind']]?: (
    context: Context,
    happening: Extract<Happening, { kind: Kind }>,
  ) => Promise<void>;
};
