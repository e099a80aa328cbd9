import type { Answer } from '@confab/shared/protocol';
import type { Call } from '../lives/rulings.ts';

/** Where it is kept. */
export type Kept = { file: string } | { url: string };

/** What a process is told to do, and what it says. */
export interface Deeds {
  /** As a server starts, but for its timer. @returns how much was due that is not done */
  open(kept: Kept, at: number): Promise<number>;
  goTo(at: number): Promise<void>;
  /** From now on what is due is done, until it has been woken. */
  startTimer(): Promise<void>;
  wake(): Promise<void>;
  /** It is killed the instant that so many more commits are on disk. */
  dieAtCommit(count: number): Promise<void>;
  clockWasSet(): Promise<void>;
  give(call: Call): Promise<Answer<unknown>>;
  query(personId: string, name: string, input: unknown): Promise<Answer<unknown>>;
  person(id: string, name: string, zone: string, admin: boolean): Promise<void>;
  planned(): Promise<string[]>;
  kept(commandIds: string[]): Promise<string[]>;
  /** Every letter that waits to be sent: to whom, of what, of which revision. */
  letters(): Promise<string[]>;
  /** What SQLite finds amiss in its file. */
  faults(): Promise<string[]>;
}

export interface Asked {
  no: number;
  deed: keyof Deeds;
  given: unknown[];
}

/** An answer, or of its own accord that something failed which should not. */
export type Said = ({ no: number } & ({ value: unknown } | { error: string })) | { failed: string };
