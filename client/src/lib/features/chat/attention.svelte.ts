import { createSubscriber } from 'svelte/reactivity';
import { on } from 'svelte/events';

/** Whether somebody looks at this window: it is visible and has the focus. */
class Attention {
  #subscribe = createSubscriber((update) => {
    const offs = [
      on(document, 'visibilitychange', update),
      on(window, 'focus', update),
      on(window, 'blur', update),
    ];
    return () => offs.forEach((off) => off());
  });

  get here(): boolean {
    this.#subscribe();
    return document.visibilityState === 'visible' && document.hasFocus();
  }
}

export const attention = new Attention();
