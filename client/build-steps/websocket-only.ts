import type { Plugin } from 'vite';

const all = /export const transports = \{[\s\S]*?\};/;

/** What never happens, and what takes its place. */
const never = [
  // From one transport to another.
  [/\n    _probe\(name\) \{[\s\S]*?\n    \}\n/, '\n'],
  // Only what is polled is counted.
  [
    /const shouldCheckPayloadSize = this\._maxPayload &&[\s\S]*?;/,
    'const shouldCheckPayloadSize = false;',
  ],
  // The browser's `offline` does not reach the library: see lib/live.
  [
    /const withEventListeners = typeof addEventListener[\s\S]*?;/,
    'const withEventListeners = false;',
  ],
] as const;

/**
 * Confab speaks over WebSockets alone: the other transports stay out of the bundle, and so does what
 * the library does for them.
 * @throws when the library is otherwise than we know
 */
export const websocketOnly = (): Plugin => ({
  name: 'confab:websocket-only',
  apply: 'build',
  transform: {
    filter: { id: /engine\.io-client\/build\/esm\/(transports\/index|socket)\.js$/ },
    handler(code, id) {
      if (id.endsWith('/socket.js'))
        return never.reduce((text, [part, instead]) => {
          if (!part.test(text)) throw new Error(`engine.io-client has no ${String(part)}`);
          return text.replace(part, instead);
        }, code);
      if (!all.test(code) || !code.includes('websocket: WS')) {
        throw new Error('engine.io-client lists its transports in another way');
      }
      return code.replace(all, 'export const transports = { websocket: WS };');
    },
  },
});
