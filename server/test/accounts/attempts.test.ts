import { expect, test } from 'vitest';
import { Attempts, placeOf } from '../../src/accounts/attempts.ts';

test('failures add up, successes do not', async () => {
  const attempts = new Attempts(2);
  for (let time = 0; time < 5; time += 1) {
    expect(await attempts.begin('a')).toBeNull();
    await attempts.succeeded('a');
  }
  expect(await attempts.begin('a')).toBeNull();
  expect(await attempts.begin('a')).toBeNull();
  expect(await attempts.begin('a')).toBeGreaterThan(0);
  expect(await attempts.begin('b')).toBeNull();
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s belongs to %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});
