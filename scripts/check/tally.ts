/** How much was well and how much was not; `wrong` says what, one line each. */
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
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** A skipped test has not passed; a file that could not be loaded is one failure. */
export function ofVitest(json: string): Tally {
  const report = JSON.parse(json) as VitestReport;
  return sum(
    report.testResults.map(({ name, status, assertionResults }) => {
      const wrong = assertionResults
        .filter((test) => test.status !== 'passed')
        .map((test) => `${test.status}: ${test.fullName}`);
      const broken = status !== 'passed' && wrong.length === 0;
      return {
        passed: assertionResults.length - wrong.length,
        wrong: broken ? [`could not run: ${name}`] : wrong,
      };
    }),
  );
}

/** What Playwright's JSON reporter writes, as far as we read it. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly { readonly message?: string }[];
}

/** A journey that passed only at the second try, or was skipped, has not passed. */
export function ofPlaywright(json: string): Tally {
  const { stats, errors } = JSON.parse(json) as PlaywrightReport;
  const times = (count: number, what: string) => Array.from({ length: count }, () => what);
  return {
    passed: stats.expected,
    wrong: [
      ...times(stats.unexpected, 'failed: a journey'),
      ...times(stats.flaky, 'flaky: a journey'),
      ...times(stats.skipped, 'skipped: a journey'),
      ...errors.map(({ message }) => `journeys: ${message ?? 'an error'}`),
    ],
  };
}

/**
 * The tally of a tool and its report together: a tool that failed without saying where, or that
 * ran nothing at all, is a failure of its own.
 */
export function judged(name: string, content: boolean, tally: Tally): Tally {
  if (tally.passed === 0 && tally.wrong.length === 0) {
    return { passed: 0, wrong: [`${name}: nothing ran`] };
  }
  if (content || tally.wrong.length > 0) return tally;
  return { ...tally, wrong: [`${name}: ended badly after its last test`] };
}
