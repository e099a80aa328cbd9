const key = 'confab.call-keys';

/** Whether single letters act in a call; some people's input speaks letters by itself. */
class ShortcutChoice {
  #on = $state(kept() !== 'off');

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    try {
      localStorage.setItem(key, on ? 'on' : 'off');
    } catch {
      // Storage is closed to this page: the choice holds for this visit.
    }
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export const shortcutChoice = new ShortcutChoice();
