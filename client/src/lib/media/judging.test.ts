import { describe, expect, test } from 'vitest';
import { whyNot } from './capture.ts';
import { warningBetween } from './closing.svelte.ts';
import { judge } from './echo.ts';
import { qualityOf } from './quality.ts';
import { loudness } from './sound-level.svelte.ts';

const back = (count: number, ms: number): number[] => Array.from({ length: count }, () => ms);

describe('the network check', () => {
  test('is good when all comes back soon over UDP', () => {
    expect(judge(back(30, 40), 30, 'udp')).toEqual({ verdict: 'good', roundTrip: 40, lost: 0 });
  });

  test('is fair over TCP, when it takes long, or when some is lost', () => {
    expect(judge(back(30, 40), 30, 'tcp').verdict).toBe('fair');
    expect(judge(back(30, 300), 30, 'udp').verdict).toBe('fair');
    expect(judge(back(28, 40), 30, 'udp').verdict).toBe('fair');
  });

  test('is poor when a talk would suffer', () => {
    expect(judge(back(30, 500), 30, 'udp').verdict).toBe('poor');
    expect(judge(back(20, 40), 30, 'udp').verdict).toBe('poor');
  });

  test('has failed when nothing came back, or nothing could be sent', () => {
    expect(judge([], 30, null)).toEqual({ verdict: 'failed', roundTrip: null, lost: 1 });
    expect(judge([], 0, null).verdict).toBe('failed');
  });

  test('takes the middle, not one late message', () => {
    expect(judge([...back(29, 40), 5000], 30, 'udp').roundTrip).toBe(40);
  });
});

test('quality follows the worst of what arrives', () => {
  expect([[], [10, 9], [10, 5], [1]].map(qualityOf)).toEqual(['good', 'good', 'fair', 'poor']);
});

test('W3: the warnings come at ten and at two minutes, once each', () => {
  const minute = 60_000;
  expect(warningBetween(10 * minute + 500, 10 * minute - 500)).toBe(10 * minute);
  expect(warningBetween(10 * minute - 500, 9 * minute)).toBeNull();
  expect(warningBetween(2 * minute + 1, 2 * minute)).toBe(2 * minute);
  // A laptop that slept over both hears the later one only.
  expect(warningBetween(11 * minute, minute)).toBe(2 * minute);
});

test('loudness is nothing in silence and full in a loud voice', () => {
  expect(loudness(new Float32Array(64))).toBe(0);
  expect(loudness(new Float32Array(64).fill(0.5))).toBe(1);
  expect(loudness(new Float32Array(64).fill(0.01))).toBeGreaterThan(0.3);
});

test('the reason for no device is read from the exception', () => {
  const named = (name: string) => whyNot(new DOMException('', name));
  expect(named('NotAllowedError')).toBe('denied');
  expect(named('NotFoundError')).toBe('none');
  expect(named('NotReadableError')).toBe('busy');
  expect(named('SecurityError')).toBe('insecure');
});
