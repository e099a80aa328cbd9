/** The seat as the client knows it: asked for, taken over the line there is, or lost with a line. */
export class OwnSeat {
  #id: string | null = null;
  #line = 0;
  #taken = false;
  #anew = false;
  #makesAnew = false;

  /** Proof of it, for coming back; null: none is known of. */
  get id(): string | null {
    return this.#id;
  }

  /** Which line this is: an answer that came over an earlier one is too late. */
  get line(): number {
    return this.#line;
  }

  /** The next join has to make all media anew. */
  get anew(): boolean {
    return this.#anew;
  }

  /** There is nothing to ask for: the node has answered over this line, and media can stay. */
  get settled(): boolean {
    return this.#taken && !this.#anew;
  }

  /** All media has to be made anew. */
  renew(): void {
    this.#anew = true;
  }

  /** A join is on its way. */
  asked(): void {
    this.#makesAnew = this.#anew;
    this.#anew = false;
  }

  /** It came to nothing: what it was to make anew is still to be made. */
  askedInVain(): void {
    this.#anew ||= this.#makesAnew;
    this.#makesAnew = false;
  }

  taken(id: string): void {
    this.#id = id;
    this.#taken = true;
    this.#makesAnew = false;
  }

  /** It is there, by an answer that was too late. @param fits its media is what is at hand */
  known(id: string, fits: boolean): void {
    this.#id = id;
    if (!fits) this.#anew = true;
  }

  /** It may be come back to over the next line. */
  lineLost(): void {
    this.#line += 1;
    this.#taken = false;
    this.askedInVain();
  }

  /** It has gone with the taking of another. */
  gone(): void {
    this.#id = null;
    this.#taken = false;
  }
}
