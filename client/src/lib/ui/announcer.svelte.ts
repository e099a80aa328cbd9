/** Says live changes to screen readers. One region, mounted by the frame, reads it. */
class Announcer {
  #said = $state.raw({ text: '', turn: 0 });
  /** Beside the state: who says something in an effect must not thereby depend on what is said. */
  #turn = 0;

  /** The newest announcement; `turn` rises with each, so that the same words are said again. */
  get said(): { text: string; turn: number } {
    return this.#said;
  }

  /** Says this when the reader pauses. Short, and only what a sighted person would notice. */
  say(text: string): void {
    this.#said = { text, turn: ++this.#turn };
  }
}

export const announcer = new Announcer();
