import { expect, test } from 'vitest';
import { allowance } from '../../src/calendars/allowance.ts';

const nothingNamed = allowance([]);

test.each(['203.0.112.7', '8.8.8.8', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
  'A8: %s is public, and may be asked',
  (address) => {
    expect(nothingNamed.allows('calendar.example', address)).toBe(true);
  },
);

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.9.9.9',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.8',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '64:ff9b::a00:1',
  '64:ff9b:1::1',
  '2002:a00:1::1',
  '2001::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'localhost',
  '',
])('A8: %s is not public, and is not asked', (address) => {
  expect(nothingNamed.allows('calendar.example', address)).toBe(false);
});

test('A8: the operator names hosts, addresses and ranges that may be asked all the same', () => {
  const named = allowance(['calendar.inside', '10.0.0.0/8', '::1']);
  expect(named.allows('Calendar.Inside', '192.168.1.1')).toBe(true);
  expect(named.allows('other.inside', '192.168.1.1')).toBe(false);
  expect(named.allows('other.inside', '10.200.0.1')).toBe(true);
  expect(named.allows('other.inside', '::ffff:10.200.0.1')).toBe(true);
  expect(named.allows('::1', '::1')).toBe(true);
  expect(named.allows('other.inside', '11.0.0.1')).toBe(true);
});
