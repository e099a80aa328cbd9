/** How letters leave; closed by whoever made it. */
export interface Transport<Composed> {
  /** Resolves once the other side has taken it. @throws what that side or the way to it says */
  send(id: string, letter: Composed): Promise<void>;
  close(): void;
}
