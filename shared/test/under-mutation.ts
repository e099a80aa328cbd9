// Every test in one file, so that a mutant starts a worker and loads the modules once. Examples come
// first: they are quick and find most mutants.
import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';

/** A mutant meets the same cases in each run, and its failing case is not made smaller. */
fc.configureGlobal({ seed: 1, endOnFailure: true });

/** Only the tests whose names this matches, where a folder is reached by few: it is judged sooner. */
const only = new RegExp(process.env['TESTS'] ?? '');

const isProperty = (file: string) => file.endsWith('.property.test.ts');
const files = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.test.ts') && only.test(file),
);
const examples = files.filter((file) => !isProperty(file));

for (const file of [...examples, ...files.filter(isProperty)]) {
  await import(/* @vite-ignore */ `./${file}`);
}
