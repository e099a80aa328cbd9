import { expect, test } from 'vitest';
import { Crowd } from '../../src/accounts/crowd.ts';

test('two are let in, two wait, the fifth is turned away; who waited comes in next', async () => {
  const crowd = new Crowd({ inside: 2, waiting: 2 });
  const inside = new Set<string>();
  let most = 0;
  const doors: (() => void)[] = [];
  const visit = (name: string) =>
    crowd.enter(async () => {
      inside.add(name);
      most = Math.max(most, inside.size);
      await new Promise<void>((leave) => doors.push(leave));
      inside.delete(name);
      return name;
    });
  const visits = ['a', 'b', 'c', 'd'].map(visit);
  expect(await visit('e')).toBeNull();
  expect([...inside]).toEqual(['a', 'b']);
  for (let left = 0; left < 4; left += 1) {
    doors.shift()?.();
    await new Promise(setImmediate);
  }
  expect(await Promise.all(visits)).toEqual(['a', 'b', 'c', 'd']);
  expect(most).toBe(2);
});

test('work that fails gives its place away', async () => {
  const crowd = new Crowd({ inside: 1, waiting: 0 });
  await expect(crowd.enter(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await crowd.enter(() => Promise.resolve('in'))).toBe('in');
});
