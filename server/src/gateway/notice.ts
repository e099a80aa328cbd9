import type { DirectoryChange } from '../command/context.ts';

/** What one server tells the others, so that each can tell its own windows. */
export type Notice =
  | { kind: 'grown'; personIds: string[] }
  | { kind: 'directory'; change: DirectoryChange }
  | { kind: 'cut'; whom: { sessionId: string } | { personId: string } }
  /** Something could not be told: look it up. */
  | { kind: 'missed' };
