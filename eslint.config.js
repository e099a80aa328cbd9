// Templates only: everything else is oxlint's.
import svelte from 'eslint-plugin-svelte';
import typescript from 'typescript-eslint';

export default [
  {
    ignores: [
      '**/node_modules/',
      'client/build/',
      'client/.svelte-kit/',
      'client/src/lib/paraglide/',
    ],
  },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    // Confab is served from the root of its origin, so that a path is already an address.
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
];
