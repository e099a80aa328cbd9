import { expect, test } from 'vitest';
import { checkHours, type Hours, type OtherDays, type Stretch } from '../src/index.ts';

const day = (...pairs: [string, string][]): Stretch[] => pairs.map(([from, to]) => ({ from, to }));

const usual: Hours = {
  week: [day(['09:00', '12:00'], ['12:00', '17:30']), [], [], day(['00:00', '24:00']), [], [], []],
  otherDays: [
    { first: '2026-06-01', last: '2026-06-03', stretches: [] },
    { first: '2026-06-04', last: '2026-06-04', stretches: day(['10:00', '11:00']) },
  ],
  longestDay: 240,
  pause: 15,
};

const fault = (change: Partial<Hours>) => {
  const answer = checkHours({ ...usual, ...change });
  return answer.ok ? 'ok' : `${answer.fault} ${answer.field}`;
};

const onTuesday = (...pairs: [string, string][]) =>
  fault({ week: usual.week.with(1, day(...pairs)) });

const others = (...entries: [string, string][]) =>
  fault({ otherDays: entries.map(([first, last]): OtherDays => ({ first, last, stretches: [] })) });

test('A1: usual hours are allowed, and so are none at all', () => {
  expect(fault({})).toBe('ok');
  expect(fault({ week: [[], [], [], [], [], [], []], otherDays: [] })).toBe('ok');
});

test('A1: hours that contradict themselves are refused whole, with the fault and where it is', () => {
  expect(checkHours({ ...usual, pause: -1 })).toEqual({
    ok: false,
    code: 'hours',
    fault: 'pause',
    field: 'pause',
  });
});

test('A1: a week has seven days', () => {
  expect(fault({ week: usual.week.slice(1) })).toBe('week week');
  expect(fault({ week: [...usual.week, []] })).toBe('week week');
});

test('A1: a stretch has two times, the first before the second', () => {
  expect(onTuesday(['9:00', '10:00'])).toBe('time week.1');
  expect(onTuesday(['09:00', '24:01'])).toBe('time week.1');
  expect(onTuesday(['09:60', '10:00'])).toBe('time week.1');
  expect(onTuesday(['', '10:00'])).toBe('time week.1');
  expect(onTuesday(['10:00', '10:00'])).toBe('empty-stretch week.1');
  expect(onTuesday(['22:00', '06:00'])).toBe('empty-stretch week.1');
  expect(onTuesday(['24:00', '24:00'])).toBe('empty-stretch week.1');
});

test('A1: the stretches of a day are in order, none over another, at most six', () => {
  expect(onTuesday(['09:00', '10:00'], ['09:59', '11:00'])).toBe('stretches-overlap week.1');
  expect(onTuesday(['12:00', '13:00'], ['09:00', '10:00'])).toBe('stretches-overlap week.1');
  expect(onTuesday(['09:00', '10:00'], ['10:00', '11:00'])).toBe('ok');
  const six = ['01', '02', '03', '04', '05', '06'].map((hour): [string, string] => [
    `${hour}:00`,
    `${hour}:30`,
  ]);
  expect(onTuesday(...six)).toBe('ok');
  expect(onTuesday(...six, ['07:00', '07:30'])).toBe('too-many-stretches week.1');
});

test('A1: other days are dates in order, none twice, a year at most', () => {
  expect(others(['2026-02-30', '2026-03-01'])).toBe('date otherDays.0');
  expect(others(['2026-2-3', '2026-03-01'])).toBe('date otherDays.0');
  expect(others(['2026-03-01', 'soon'])).toBe('date otherDays.0');
  expect(others(['2026-03-02', '2026-03-01'])).toBe('days-reversed otherDays.0');
  expect(others(['2026-03-01', '2026-03-02'], ['2026-03-02', '2026-03-02'])).toBe(
    'days-overlap otherDays.1',
  );
  expect(others(['2026-03-03', '2026-03-03'], ['2026-03-01', '2026-03-01'])).toBe(
    'days-overlap otherDays.1',
  );
  expect(others(['2026-01-01', '2027-01-01'])).toBe('ok');
  expect(others(['2026-01-01', '2027-01-02'])).toBe('date otherDays.0');
  const odd = { first: '2026-06-01', last: '2026-06-01', stretches: day(['11:00', '10:00']) };
  expect(fault({ otherDays: [odd] })).toBe('empty-stretch otherDays.0');
  const sixty = Array.from({ length: 60 }, (_, n): [string, string] => {
    const date = `20${String(n + 10)}-01-01`;
    return [date, date];
  });
  expect(others(...sixty)).toBe('ok');
  expect(others(...sixty, ['2090-01-01', '2090-01-01'])).toBe('too-many-days otherDays');
});

test('A5: the longest day is between a quarter of an hour and a day', () => {
  for (const longestDay of [14, 1441, 60.5, NaN, -60])
    expect(fault({ longestDay })).toBe('longest-day longestDay');
  for (const longestDay of [null, 15, 1440]) expect(fault({ longestDay })).toBe('ok');
});

test('A4: a pause is up to four hours', () => {
  for (const pause of [-1, 241, 0.5, NaN]) expect(fault({ pause })).toBe('pause pause');
  for (const pause of [0, 240]) expect(fault({ pause })).toBe('ok');
});
