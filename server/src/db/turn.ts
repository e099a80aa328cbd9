import type { Tx } from './database.ts';

/** A work that waits for its turn, and whoever waits for it. */
export interface Turn {
  /** Does the work. @returns what it threw, if it did */
  take(tx: Tx): Promise<{ thrown: unknown } | null>;
  /** Lets those who wait know how the work went. */
  answer(): void;
  /** Lets them know that, however it went, nothing came of it. */
  refuse(error: Error): void;
}

export function turnFor<Result>(work: (tx: Tx) => Promise<Result>): {
  turn: Turn;
  answered: Promise<Result>;
} {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  let answer = () => {
    reject(new Error('answered before its turn'));
  };
  return {
    answered: promise,
    turn: {
      async take(tx) {
        const doing = work(tx);
        answer = () => {
          resolve(doing);
        };
        return doing.then(
          () => null,
          (thrown: unknown) => ({ thrown }),
        );
      },
      answer: () => {
        answer();
      },
      refuse: reject,
    },
  };
}
