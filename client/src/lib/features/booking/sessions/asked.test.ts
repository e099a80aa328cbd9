import { everySession } from '@confab/shared';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, askedFrom, type Asked } from './asked.ts';

const at = (address: string) => askedFrom(new URLSearchParams(address.split('?')[1]));

const id = fc.uuid({ version: 4 });
const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    shelf: fc.constantFrom(null, 'pending' as const, 'past' as const),
    view: fc.constant('list' as const),
    month: fc.constant(null),
    day: fc.constant(null),
    filter: filters(),
  }),
  fc.record({
    shelf: fc.constant(null),
    view: fc.constant('month' as const),
    month: fc.constantFrom(null, '2026-11'),
    day: fc.constantFrom(null, '2026-11-28'),
    filter: filters(),
  }),
);

function filters() {
  return fc.record({
    text: fc.string({ maxLength: 80 }).map((text) => text.trim()),
    programId: fc.option(id),
    withId: fc.option(id),
    as: fc.constantFrom(null, 'mentor' as const, 'mentee' as const),
  });
}

test('L2 L3: an address says again what it was made of', () => {
  fc.assert(
    fc.property(asked, (one) => {
      expect(at(addressOf(one))).toEqual(one);
    }),
  );
});

test('L2 L3: what an address cannot mean is not asked', () => {
  const odd = `?shelf=all&view=year&month=2026-13&day=tomorrow&program=1&with=x&as=manager&q=${'a'.repeat(99)}`;
  expect(at(odd)).toEqual({
    shelf: null,
    view: 'list',
    month: null,
    day: null,
    filter: { ...everySession, text: 'a'.repeat(80) },
  });
});
