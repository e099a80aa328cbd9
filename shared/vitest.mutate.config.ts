import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A mutant is mostly killed by an example, which is quick; properties come last. */
class ExamplesFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isProperty = ({ moduleId }: TestSpecification) => moduleId.includes('.property.');
    return Promise.resolve(files.toSorted((a, b) => Number(isProperty(a)) - Number(isProperty(b))));
  }
}

/**
 * Mutants are judged on the runtime's own Temporal; the polyfill would only repeat it. A run has
 * one worker, which loads every module once.
 */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/under-mutation.ts'],
    isolate: false,
    sequence: { sequencer: ExamplesFirst },
    testTimeout: 60_000,
    env: { TEMPORAL: 'native' },
  },
});
