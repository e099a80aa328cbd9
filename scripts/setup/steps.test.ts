import { expect, test, vi } from 'vitest';
import { SetUpFailure } from './failure.mjs';
import { checkMachine } from './machine.mjs';
import { doSteps } from './steps.mjs';
import type { Step } from './steps.mjs';

const step = (name: string, isFresh: boolean, done: string[]): Step => ({
  name,
  says: name,
  fresh: () => isFresh,
  work: () => {
    done.push(name);
    return Promise.resolve();
  },
});

test('what is not done yet is done, in order; what is done is left alone, without a word', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const done: string[] = [];
  await doSteps([step('a', true, done), step('b', false, done), step('c', false, done)]);
  expect(done).toEqual(['b', 'c']);
  expect(log.mock.calls.map(([line]) => String(line).slice(0, 6))).toEqual([
    '[2/3] ',
    '[2/3] ',
    '[3/3] ',
    '[3/3] ',
  ]);
});

test('a failure stops what comes after it', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const done: string[] = [];
  const failing: Step = {
    ...step('a', false, done),
    work: () => Promise.reject(new SetUpFailure('The disk is full.', 'Make room.')),
  };
  await expect(doSteps([failing, step('b', false, done)])).rejects.toThrow('Make room.');
  expect(done).toEqual([]);
});

test('an old Node is refused with what to do', () => {
  expect(() => checkMachine('18.19.0')).toThrow(/18\.19\.0.*\n.*newer Node/);
  expect(() => checkMachine('20.0.0')).not.toThrow();
});
