import type { Plugin } from 'vite';

const all = /export const transports = \{[\s\S]*?\};/;
const probing = /\n    _probe\(name\) \{[\s\S]*?\n    \}\n/;

/**
 * Confab speaks over WebSockets alone: the other transports stay out of the bundle, and so does the
 * way from one to another.
 * @throws when the library lists its transports otherwise than we know
 */
export const websocketOnly = (): Plugin => ({
  name: 'confab:websocket-only',
  apply: 'build',
  transform: {
    filter: { id: /engine\.io-client\/build\/esm\/(transports\/index|socket)\.js$/ },
    handler(code, id) {
      if (id.endsWith('/socket.js')) {
        if (!probing.test(code))
          throw new Error('engine.io-client tries transports in another way');
        return code.replace(probing, '\n');
      }
      if (!all.test(code) || !code.includes('websocket: WS')) {
        throw new Error('engine.io-client lists its transports in another way');
      }
      return code.replace(all, 'export const transports = { websocket: WS };');
    },
  },
});
