import { join } from 'node:path';
import { packageManager } from '../setup/checkout.mjs';
import { imports } from './imports.ts';
import { messages } from './messages.ts';
import { rules } from './rules.ts';
import { sizes } from './sizes.ts';
import type { Complaint } from './complaint.ts';

/** One of our own checks, or a tool with its arguments and where it runs. */
export type Check = { readonly name: string } & (
  | { readonly finds: (root: string) => Complaint[] }
  | { readonly runs: readonly [string, ...string[]]; readonly within?: string }
);

const typed = ['shared', 'migrations', 'server', 'sfu', 'e2e', 'bench', 'scripts'];

/** All checks but the tests, the quick ones first; the longest goes beside all others. */
export const checks: readonly Check[] = [
  { name: 'sizes', finds: sizes },
  { name: 'imports', finds: imports },
  { name: 'rules', finds: rules },
  { name: 'messages', finds: messages },
  { name: 'format', runs: ['prettier', '--check', '--log-level=warn', '.'] },
  {
    name: 'types: client',
    runs: ['npx', '-y', packageManager, '--filter', '@confab/client', 'run', 'check'],
  },
  ...typed.map((folder) => ({
    name: `types: ${folder}`,
    runs: ['tsc', '-p', folder] as const,
  })),
  { name: 'lint', runs: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'lint: svelte', runs: ['eslint', '--max-warnings=0', join('client', '**/*.svelte')] },
  { name: 'dead code', runs: ['knip'] },
];
