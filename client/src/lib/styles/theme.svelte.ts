/** `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'confab.theme';

const stored = (): ThemeChoice => {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : 'system';
};

/** The viewer's choice of light or dark, kept on this device. `static/theme.js` reads it first. */
class Theme {
  #choice = $state<ThemeChoice>(stored());

  get choice(): ThemeChoice {
    return this.#choice;
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice;
    if (choice === 'system') {
      localStorage.removeItem(key);
      delete document.documentElement.dataset['theme'];
    } else {
      localStorage.setItem(key, choice);
      document.documentElement.dataset['theme'] = choice;
    }
    surround(choice);
  }
}

/** What is around the page, a browser's bar or the phone's own, has the colour of its paper. */
function surround(choice: ThemeChoice): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const of = meta.dataset['of'] ?? '';
    if (choice === 'system') meta.media = `(prefers-color-scheme: ${of})`;
    else meta.media = choice === of ? 'all' : 'not all';
  }
}

export const theme = new Theme();
