import type { Answer } from './refusal.ts';
import type { FeedEvent } from './snapshot.ts';

/** What a client may emit; payloads are checked against `commands` and `queries` by name. */
export interface ClientToServer {
  command: (
    name: string,
    commandId: string,
    input: unknown,
    /** With the answer comes what has not been delivered yet of the feed, as by `feed`. */
    answer: (answer: Answer<unknown>, events?: FeedEvent[]) => void,
  ) => void;
  query: (name: string, input: unknown, answer: (answer: Answer<unknown>) => void) => void;
}

export interface ServerToClient {
  /** Feed events in order, without gaps after the last delivered. */
  feed: (events: FeedEvent[]) => void;
  /** Milliseconds since the epoch by the server's clock; on connecting and when its clock was set. */
  clock: (now: number) => void;
  /** The session has ended: sign in again. The socket is closed after it. */
  'signed-out': () => void;
  /** A program's directory has changed: fetch it again. */
  directory: (programId: string, version: number) => void;
}
