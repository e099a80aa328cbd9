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

  test('a file that could not be loaded is a failure', () => {
    expect(vitest(file('a', 'failed'))).toEqual({ passed: 0, wrong: ['could not run: a'] });
  });
});

describe("Playwright's report", () => {
  test('flaky and skipped journeys have not passed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
    const tally = ofPlaywright(JSON.stringify({ stats, errors: [{ message: 'no browser' }] }));
    expect(tally).toMatchObject({ passed: 5, wrong: { length: 4 } });
  });
});

describe('a judgement', () => {
  test('nothing having run is a failure', () => {
    expect(judged('journeys', true, nothing).wrong).toEqual(['journeys: nothing ran']);
  });

  test('a tool that fails without a failing test is a failure', () => {
    expect(judged('unit tests', false, { passed: 3, wrong: [] }).wrong).toHaveLength(1);
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
