import { defaultSettings } from '@confab/shared';
import { expect, test } from 'vitest';
import { barredFrom, type Standing } from './barred.ts';

const free: Standing = {
  isSelf: false,
  role: 'mentee',
  availability: 'available',
  acquainted: false,
  gatePassed: true,
  settings: defaultSettings,
};

test('a mentee who has passed the gate can request', () => {
  expect(barredFrom(free)).toBeNull();
});

test('P2: nobody else can', () => {
  expect(barredFrom({ ...free, isSelf: true })).toBe('self');
  expect(barredFrom({ ...free, role: 'mentor' })).toBe('mentor');
  expect(barredFrom({ ...free, role: 'manager' })).toBe('outsider');
  expect(barredFrom({ ...free, role: null })).toBe('outsider');
});

test('P3: away is closed to all, busy to new people', () => {
  expect(barredFrom({ ...free, availability: 'away', acquainted: true })).toBe('away');
  expect(barredFrom({ ...free, availability: 'busy' })).toBe('busy');
  expect(barredFrom({ ...free, availability: 'busy', acquainted: true })).toBeNull();
});

test('G1: a message first, where the program requires it', () => {
  expect(barredFrom({ ...free, gatePassed: false })).toBe('gate');
  const settings = { ...defaultSettings, messageGate: 'recommended' as const };
  expect(barredFrom({ ...free, gatePassed: false, settings })).toBeNull();
});
