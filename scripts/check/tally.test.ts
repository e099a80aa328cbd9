import { describe, expect, test } from 'vitest';
import { closingLine, judged, nothing, ofPlaywright, ofVitest, sum } from './tally.ts';

const file = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  assertionResults: tests.map((each) => ({ fullName: `${name} ${each}`, status: each })),
});

const vitest = (...testResults: ReturnType<typeof file>[]) =>
  ofVitest(JSON.stringify({ testResults }));

describe("vitest's report", () => {
  test('counts what passed; what failed or was skipped has not', () => {
    const tally = vitest(
      file('a', 'passed', 'passed', 'passed'),
      file('b', 'failed', 'failed', 'pending'),
    );
    expect(tally).toEqual({ passed: 2, wrong: ['failed: b failed', 'pending: b pending'] });
  });

  test('a file that could not be loaded is a failure, with why', () => {
    const broken = { ...file('a', 'failed'), message: 'Cannot find module b' };
    expect(vitest(broken).wrong).toEqual(['could not run: a\nCannot find module b']);
  });

  test('what failed is told with why, in lines of its own', () => {
    const failed = file('a', 'failed', 'failed');
    const [one] = failed.assertionResults;
    const assertionResults = [{ ...one, failureMessages: ['Error: lost'] }];
    const json = JSON.stringify({ testResults: [{ ...failed, assertionResults }] });
    expect(ofVitest(json).wrong).toEqual(['failed: a failed\nError: lost']);
  });
});

const journey = (title: string, status: string, ...messages: string[]) => ({
  title,
  tests: [
    {
      projectName: 'journeys',
      status,
      results: [{ errors: messages.map((message) => ({ message })) }],
    },
  ],
});

describe("Playwright's report", () => {
  test('flaky and skipped journeys have not passed', () => {
    const group = { title: 'of a call', specs: [journey('it ends', 'unexpected', 'Error: late')] };
    const specs = [
      journey('it begins', 'expected'),
      journey('it holds', 'flaky', 'Error: lost'),
      journey('it rings', 'skipped'),
    ];
    const suites = [{ title: 'call.spec.ts', specs, suites: [group] }];
    const tally = ofPlaywright(JSON.stringify({ suites, errors: [{ message: 'no browser' }] }));
    expect(tally).toEqual({
      passed: 1,
      wrong: [
        'flaky: journeys › call.spec.ts › it holds\nError: lost',
        'skipped: journeys › call.spec.ts › it rings',
        'failed: journeys › call.spec.ts › of a call › it ends\nError: late',
        'journeys: an error\nno browser',
      ],
    });
  });
});

describe('a judgement', () => {
  test('nothing having run is a failure', () => {
    expect(judged('journeys', true, nothing).wrong).toEqual(['journeys: nothing ran']);
  });

  test('a tool that fails without a failing test is a failure, told with what nobody waited for', () => {
    const { wrong } = judged('unit tests', false, { passed: 3, wrong: [] }, [
      'Error: nobody waits',
    ]);
    expect(wrong).toEqual(['unit tests: ended badly after its last test\nError: nobody waits']);
  });

  test('a tool that says where it failed is not counted twice', () => {
    expect(judged('unit tests', false, { passed: 3, wrong: ['x'] }).wrong).toEqual(['x']);
  });
});

test('the closing line adds everything up', () => {
  const tallies = [
    { passed: 2, wrong: ['check: lint'] },
    { passed: 3, wrong: [] },
  ];
  expect(closingLine(sum(tallies))).toBe('5 passed, 1 failed');
});
