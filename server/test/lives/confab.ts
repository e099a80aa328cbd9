import type { Answer } from '@confab/shared/protocol';
import type { Stage } from '../stage/stage.ts';
import type { Call } from './rulings.ts';

/** A Confab that can be killed at any moment and goes on with what was kept, as a life needs it. */
export interface Confab extends Pick<Stage, 'ask' | 'know'>, AsyncDisposable {
  give(call: Call): Promise<Answer<unknown>>;
  person(name: string, zone: string, admin: boolean): Promise<string>;
  /** Its clock shows this from now on. */
  goTo(at: number): void;
  /** What is done when the clock is seen to have been set. */
  clockWasSet(): Promise<void>;
  /** Lets the timer do everything that is due. */
  wake(): Promise<void>;
  /** The wake-ups that are kept, each with its time, kind and for what. */
  planned(): Promise<string[]>;
  /** Which of these commands it knows to have decided. */
  kept(commandIds: string[]): Promise<string[]>;
  /** What went wrong that should not have, in every process so far. */
  failures(): Promise<unknown[]>;
  /**
   * Kills it with these commands in flight, some time after they were sent: what goes on is what
   * was kept at that moment. @returns the answers that had come by then, null for the others
   */
  dieWith(calls: Call[], turns: number): Promise<(Answer<unknown> | null)[]>;
}
