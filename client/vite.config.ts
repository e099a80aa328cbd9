import adapter from '@sveltejs/adapter-static';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { files } from './build-steps/files.ts';
import { withIcons } from './build-steps/icons.ts';
import { withManifest } from './build-steps/manifest.ts';
import { messages } from './build-steps/messages.ts';
import { noHydration } from './build-steps/no-hydration.ts';
import { noServerData } from './build-steps/no-server-data.ts';
import { oneLanguage } from './build-steps/one-language.ts';
import { plainAnnouncer } from './build-steps/plain-announcer.ts';
import { plainIcons } from './build-steps/plain-icons.ts';
import { withPlainStart } from './build-steps/plain-start.ts';
import { textOnly } from './build-steps/text-only.ts';
import { documentOf, folderOf, tongueOfBuild, tongues } from './build-steps/tongues.ts';
import { websocketOnly } from './build-steps/websocket-only.ts';

/** Where `vite dev` finds Confab's server. */
const server = process.env['CONFAB_SERVER'] ?? 'http://localhost:3000';

/** One language at a time; `build.ts` asks for each. */
const tongue = tongueOfBuild(process.env['CONFAB_TONGUE']);
const [folder, page] = [folderOf(tongue), documentOf(tongue)];

export default defineConfig({
  define: { 'globalThis.__PARAGLIDE_STATIC_LOCALE__': JSON.stringify(tongue) },
  plugins: [
    plainAnnouncer(),
    plainIcons(),
    noServerData(),
    noHydration(),
    oneLanguage(tongue),
    websocketOnly(),
    textOnly(),
    paraglideVitePlugin(messages),
    sveltekit({
      adapter: withPlainStart(
        withManifest(withIcons(adapter({ pages: folder, fallback: page }), folder), {
          folder,
          page,
          tongue,
        }),
        { folder, page, language: tongues[tongue] },
      ),
      // Languages are built at the same time: what is in between lies in a folder for each.
      ...(tongue !== 'en' && { outDir: `.svelte-kit/${tongue}` }),
      compilerOptions: {
        runes: true,
        // As unique as the usual ones, and half as long in every template.
        cssHash: ({ hash, filename, css }) => `s${hash(filename ?? css).slice(0, 5)}`,
      },
      // The wire's version says when a tab is too old; see lib/live.
      version: { name: process.env['CONFAB_BUILD'] ?? String(Date.now()), pollInterval: 0 },
    }),
  ],
  // The thread that reads a calendar's file loads Temporal where the browser has none.
  worker: { format: 'es' },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: files } } } } },
  build: {
    target: 'es2023',
    // Inlined assets would be data: addresses, which the server's policy allows for pictures only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: {
        // These only declare: what a page does not name stays out of its bundle.
        moduleSideEffects: [
          { test: /\/shared\/src\//, sideEffects: false },
          { test: /\/engine\.io-client\/build\/esm\/transports\//, sideEffects: false },
          { test: /\/elements\/custom-element\.js$/, sideEffects: false },
        ],
      },
    },
  },
  server: {
    // The server answers its own origin only: while developing, this one speaks for it.
    proxy: {
      '/api': { target: server, changeOrigin: true, headers: { origin: server } },
      '/media/': { target: server, changeOrigin: true, ws: true, headers: { origin: server } },
      '/socket.io': { target: server, changeOrigin: true, ws: true, headers: { origin: server } },
    },
  },
});
