/** Runs tasks one after the other, so that a room never sees half of another's change. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `task` after all before it, whatever became of them. */
  run<Value>(task: () => Promise<Value>): Promise<Value> {
    const mine = this.#last.then(task, task);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
