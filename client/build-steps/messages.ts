/** How messages are compiled, by the build, by `vite dev` and by whoever does it beforehand. */
export const messages = {
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['baseLocale' as const],
  // Where pages are built for one language, Vite puts it here. Written so, Paraglide takes it as
  // it is where there is none: in tests.
  experimentalStaticLocale: '/** @type {any} */ (globalThis).__PARAGLIDE_STATIC_LOCALE__',
  // Checks that run beside a build must not find the folder empty.
  cleanOutdir: false,
};
