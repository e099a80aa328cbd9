/** Remembers grants until they would have expired anyway. */
export class UsedGrants {
  #until = new Map<string, number>();

  /**
   * Marks a grant as used; false when it was before.
   * @param until milliseconds since the epoch
   * @param now milliseconds since the epoch
   */
  spend(jti: string, until: number, now: number): boolean {
    for (const [old, end] of this.#until) {
      if (end >= now) break; // kept in order of use, which is nearly that of expiry
      this.#until.delete(old);
    }
    if (this.#until.has(jti)) return false;
    this.#until.set(jti, until);
    return true;
  }
}
