import { expect, test } from 'vitest';
import * as v from 'valibot';
import { newCommandId } from '../src/protocol/command-id.ts';

const at = Date.UTC(2026, 2, 2, 9);

test('B5: a command’s id is a UUID of version 7 that begins with the time', () => {
  const id = newCommandId(at);
  expect(v.is(v.pipe(v.string(), v.uuid()), id)).toBe(true);
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at);
});

test('B5: ids lie in the order of their time, and no two of one moment are alike', () => {
  const moments = [0, 1, at, at + 1, at + 86_400_000, Date.UTC(9999, 0, 1)];
  const ids = moments.map((moment) => newCommandId(moment));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(Array.from({ length: 10_000 }, () => newCommandId(at))).size).toBe(10_000);
});
