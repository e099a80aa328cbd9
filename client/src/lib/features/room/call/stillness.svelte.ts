import type { Attachment } from 'svelte/attachments';

/** Milliseconds without a movement, a key or a touch. */
const calm = 4_000;

/** Whether nobody has moved over the call for a while, so that the controls can step back. */
export class Stillness {
  #still = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** A touch that only brought the controls back presses nothing. */
  #swallow = false;
  #mayHide: () => boolean;

  constructor(mayHide: () => boolean) {
    this.#mayHide = mayHide;
  }

  get still(): boolean {
    return this.#still;
  }

  wake = (): void => {
    this.#still = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#mayHide()) this.#still = true;
      else this.wake();
    }, calm);
  };

  /** Watches everything that happens on this element, and keys anywhere. */
  readonly watch: Attachment<HTMLElement> = (element) => {
    const off = new AbortController();
    const options = { capture: true, signal: off.signal };
    element.addEventListener(
      'pointerdown',
      ({ pointerType }) => {
        this.#swallow = this.#still && pointerType === 'touch';
        this.wake();
      },
      options,
    );
    element.addEventListener(
      'click',
      (event) => {
        if (this.#swallow) event.stopPropagation();
        this.#swallow = false;
      },
      options,
    );
    for (const type of ['pointermove', 'focusin'])
      element.addEventListener(type, this.wake, options);
    window.addEventListener('keydown', this.wake, options);
    this.wake();
    return () => {
      off.abort();
      clearTimeout(this.#timer);
    };
  };
}
