/** One of the two that are compared: somebody is in the room already, and sends. */
export interface Side extends AsyncDisposable {
  name: string;
  /** Joins in a window of its own and leaves again. @returns milliseconds to the first picture */
  cold: () => Promise<number>;
  /** The same, from the press of a button on a page that had time to warm up. */
  warm: (() => Promise<number>) | null;
}
