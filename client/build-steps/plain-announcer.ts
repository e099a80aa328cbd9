import type { Plugin } from 'vite';

const style = /\sstyle="position: absolute;[^"]*"/;

/**
 * Kit hides its navigation announcer by a style attribute, which the server's
 * Content-Security-Policy refuses; the class does the same.
 * @throws when Kit's component no longer holds it: then this plugin can go, or must change
 */
export const plainAnnouncer = (): Plugin => ({
  name: 'confab:plain-announcer',
  enforce: 'pre',
  transform: {
    filter: { id: /kit\/src\/runtime\/components\/root\.svelte$/ },
    handler(code) {
      if (!style.test(code)) throw new Error('Kit’s announcer has no style attribute any more');
      return { code: code.replace(style, ' class="unseen"'), map: null };
    },
  },
});
