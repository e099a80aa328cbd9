import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZone, resolveLocal, toText, type LocalMoment } from '../src/index.ts';
import { instantsIn, zones } from './clock-arbitraries.ts';
import { wallText } from './scene.ts';

const resolved = (moment: LocalMoment) => {
  const answer = resolveLocal(moment);
  if (answer.ok) return toText(answer.at);
  if (answer.code === 'bad-time') return answer.code;
  return [answer.code, toText(answer.earlierAt), toText(answer.laterAt)];
};

const gap = { date: '2026-03-29', time: '02:30', zone: 'Europe/Warsaw' };
const fold = { date: '2026-10-25', time: '02:30', zone: 'Europe/Warsaw' };

describe('B8: a time is never guessed', () => {
  test('B8: an ordinary time is one instant', () => {
    const moment = { date: '2026-06-04', time: '17:00', zone: 'Europe/Lisbon' };
    expect(resolved(moment)).toBe('2026-06-04T16:00:00.000Z');
    expect(resolved({ ...moment, which: 'later' })).toBe('2026-06-04T16:00:00.000Z');
  });

  test('B8: a time in the spring gap is refused, moved earlier and later by the skipped hour', () => {
    const earlier = '2026-03-29T00:30:00.000Z';
    const later = '2026-03-29T01:30:00.000Z';
    expect(resolved(gap)).toEqual(['time-gap', earlier, later]);
    expect(resolved({ ...gap, which: 'earlier' })).toBe(earlier);
    expect(resolved({ ...gap, which: 'later' })).toBe(later);
  });

  test('B8: a time in the autumn fold is refused with both instants', () => {
    const earlier = '2026-10-25T00:30:00.000Z';
    const later = '2026-10-25T01:30:00.000Z';
    expect(resolved(fold)).toEqual(['time-fold', earlier, later]);
    expect(resolved({ ...fold, which: 'earlier' })).toBe(earlier);
    expect(resolved({ ...fold, which: 'later' })).toBe(later);
  });

  test('B8: the day that Samoa skipped is a gap of 24 hours', () => {
    const moment = { date: '2011-12-30', time: '12:00', zone: 'Pacific/Apia' };
    expect(resolved(moment)).toEqual([
      'time-gap',
      '2011-12-29T22:00:00.000Z',
      '2011-12-30T22:00:00.000Z',
    ]);
  });

  test.each([
    { ...gap, date: '2026-02-30' },
    { ...gap, date: '2026-13-01' },
    { ...gap, date: '26-01-01' },
    { ...gap, date: '+002026-01-01' },
    { ...gap, date: '2026-03-29T' },
    { ...gap, date: '' },
    { ...gap, time: '24:00' },
    { ...gap, time: '12:60' },
    { ...gap, time: '25:00' },
    { ...gap, time: '9:00' },
    { ...gap, time: '12:00:00' },
    { ...gap, time: '12:00[UTC]' },
    { ...gap, zone: 'Europe/Atlantis' },
    { ...gap, zone: '' },
    { ...gap, zone: '+02:00' },
    { ...gap, zone: '2026-01-01T00:00[Europe/Warsaw]' },
    { ...gap, date: '2026-02-30', which: 'later' as const },
  ])('B8: $date $time $zone is no time at all', (moment) => {
    expect(resolved(moment)).toBe('bad-time');
  });

  test('B8: what anyone sees on their clock is found again', () => {
    const shown = zones.chain((zone) =>
      instantsIn(zone).map((at) => ({ zone, at: at.subtract({ seconds: secondsOf(at) }) })),
    );
    fc.assert(
      fc.property(shown, ({ zone, at }) => {
        const [date = '', time = ''] = wallText(at, zone).split('T');
        const answer = resolveLocal({ date, time, zone });
        const instants = answer.ok
          ? [answer.at]
          : answer.code === 'time-fold'
            ? [answer.earlierAt, answer.laterAt]
            : [];
        const minute = toText(at).slice(0, 16);
        expect(instants.map((one) => toText(one).slice(0, 16))).toContain(minute);
      }),
      { numRuns: 1000 },
    );
  });
});

const secondsOf = (at: { epochMilliseconds: number }) =>
  Math.floor((((at.epochMilliseconds % 60_000) + 60_000) % 60_000) / 1000);

test('B8: a zone is a name from the IANA list', () => {
  for (const zone of [
    'Europe/Warsaw',
    'UTC',
    'Etc/GMT+5',
    'America/Argentina/Salta',
    'Asia/Calcutta',
    'europe/warsaw',
  ]) {
    expect([zone, isZone(zone)]).toEqual([zone, true]);
  }
  for (const zone of ['', ' ', 'Z', '+01:00', 'Europe', 'Europe/Warsaw ', 'Mars/Base', '../etc']) {
    expect([zone, isZone(zone)]).toEqual([zone, false]);
  }
});

test('B8: an offset or a time that names a zone is none itself', () => {
  for (const zone of ['-05:00', 'T12+01', 'T12:00[Europe/Warsaw]', '2026-01-01T00:00Z']) {
    expect([zone, isZone(zone)]).toEqual([zone, false]);
  }
});
