import type { Plugin } from 'vite';

const all = /export const transports = \{[\s\S]*?\};/;

/**
 * Confab speaks over WebSockets alone: the other transports stay out of the bundle.
 * @throws when the library lists its transports otherwise than we know
 */
export const websocketOnly = (): Plugin => ({
  name: 'confab:websocket-only',
  apply: 'build',
  transform: {
    filter: { id: /engine\.io-client\/build\/esm\/transports\/index\.js$/ },
    handler(code) {
      if (!all.test(code) || !code.includes('websocket: WS')) {
        throw new Error('engine.io-client lists its transports in another way');
      }
      return code.replace(all, 'export const transports = { websocket: WS };');
    },
  },
});
