/** The store could not keep what it was given: nothing of it is there, and it may be tried again. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('The store could not keep what it was given', { cause });
    this.name = 'StoreUnavailable';
  }
}
