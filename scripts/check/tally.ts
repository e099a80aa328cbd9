import { reason } from './reason.ts';

/**
 * How much was well and how much was not; `wrong` says what in the first line of each, and why in
 * those that follow.
 */
export interface Tally {
  readonly passed: number;
  readonly wrong: readonly string[];
}

export const nothing: Tally = { passed: 0, wrong: [] };

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((all, { passed }) => all + passed, 0),
  wrong: tallies.flatMap(({ wrong }) => wrong),
});

/** The last line of a run, alone on its line. */
export const closingLine = ({ passed, wrong }: Tally): string =>
  `${passed} passed, ${wrong.length} failed`;

/** What vitest's JSON reporter writes, as far as we read it. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file could not be loaded. */
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

const lines = (what: string, thrown: readonly string[]): string =>
  [what, ...reason(thrown)].join('\n');

/** A skipped test has not passed; a file that could not be loaded is one failure. */
export function ofVitest(json: string): Tally {
  const report = JSON.parse(json) as VitestReport;
  return sum(
    report.testResults.map(({ name, status, message = '', assertionResults }) => {
      const wrong = assertionResults
        .filter((test) => test.status !== 'passed')
        .map((test) => lines(`${test.status}: ${test.fullName}`, test.failureMessages ?? []));
      const broken = status !== 'passed' && wrong.length === 0;
      return {
        passed: assertionResults.length - wrong.length,
        wrong: broken ? [lines(`could not run: ${name}`, [message])] : wrong,
      };
    }),
  );
}

interface Thrown {
  readonly message?: string;
}

/** A file of journeys, or a group of them. */
interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly errors: readonly Thrown[] }[];
    }[];
  }[];
}

/** What Playwright's JSON reporter writes, as far as we read it. */
interface PlaywrightReport {
  readonly suites: readonly Suite[];
  readonly errors: readonly Thrown[];
}

/** A journey that passed only at the second try, or was skipped, has not passed. */
export function ofPlaywright(json: string): Tally {
  const { suites, errors } = JSON.parse(json) as PlaywrightReport;
  const said = (all: readonly Thrown[]) => all.map(({ message }) => message ?? 'an error');
  const all = suites.flatMap((suite) => journeysIn(suite, []));
  const wrong = all.filter(({ status }) => status !== 'expected');
  return {
    passed: all.length - wrong.length,
    wrong: [
      ...wrong.map(({ status, name, thrown }) =>
        lines(`${status === 'unexpected' ? 'failed' : status}: ${name}`, said(thrown)),
      ),
      ...errors.map((error) => lines('journeys: an error', said([error]))),
    ],
  };
}

function journeysIn({ title, suites = [], specs }: Suite, above: readonly string[]) {
  const path = [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ projectName, status, results }) => ({
      name: [projectName, ...path, spec.title].join(' › '),
      status,
      thrown: results.flatMap((result) => result.errors),
    })),
  );
  type Journey = (typeof own)[number];
  const below = suites.flatMap((suite): Journey[] => journeysIn(suite, path));
  return [...own, ...below];
}

/**
 * The tally of a tool and its report together: a tool that failed without saying where, or that
 * ran nothing at all, is a failure of its own. @param unhandled what was thrown while no test waited
 */
export function judged(
  name: string,
  content: boolean,
  tally: Tally,
  unhandled: readonly string[] = [],
): Tally {
  if (tally.passed === 0 && tally.wrong.length === 0) {
    return { passed: 0, wrong: [`${name}: nothing ran`] };
  }
  if (content || tally.wrong.length > 0) return tally;
  return { ...tally, wrong: [lines(`${name}: ended badly after its last test`, unhandled)] };
}
