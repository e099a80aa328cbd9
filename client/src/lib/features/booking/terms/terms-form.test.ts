import { Temporal, toText } from '@confab/shared';
import { expect, test } from 'vitest';
import { TermsForm } from './terms-form.svelte.ts';

const formAt = (date: string, time: string, zone = 'Europe/Helsinki') =>
  new TermsForm(zone, { date, time, minutes: '60', kind: 'online', place: '' });
const at = (form: TermsForm) => (form.resolved?.ok ? toText(form.resolved.at) : null);

test.each([
  // Skipped: 02:30 and 04:30.
  ['2027-03-28', 'time-gap', '2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z'],
  // There twice.
  ['2027-10-31', 'time-fold', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
])('B8: on %s, 03:30 is a question until it is answered', (date, code, earlier, later) => {
  const form = formAt(date, '03:30');
  expect(form.question).toMatchObject({ code });
  expect(at(form)).toBe(null);
  form.which = 'earlier';
  expect(at(form)).toBe(earlier);
  form.which = 'later';
  expect(at(form)).toBe(later);
  expect(form.start).toMatchObject({ date, time: '03:30', which: 'later' });
  expect(form.question).toMatchObject({ code });
});

test('B8: the answer is about that date and time only', () => {
  const form = formAt('2027-03-28', '03:30');
  form.which = 'later';
  form.time = '03:30';
  expect(form.which).toBe('later');
  form.time = '03:45';
  expect(form.which).toBe(undefined);
  form.which = 'earlier';
  form.date = '2027-03-29';
  expect(form.which).toBe(undefined);
  expect(form.question).toBe(null);
  expect(at(form)).toBe('2027-03-29T00:45:00.000Z');
});

test('B8: what the server knows of a change is asked, too, until another time is typed', () => {
  const form = formAt('2027-03-20', '03:30');
  expect(form.question).toBe(null);
  const [earlierAt, laterAt] = [
    Temporal.Instant.from('2027-03-20T00:30:00Z'),
    Temporal.Instant.from('2027-03-20T01:30:00Z'),
  ];
  form.heed({ code: 'busy' });
  expect(form.question).toBe(null);
  form.heed({ code: 'time-fold', earlierAt: toText(earlierAt), laterAt: toText(laterAt) });
  expect(form.question).toEqual({ ok: false, code: 'time-fold', earlierAt, laterAt });
  form.time = '05:30';
  expect(form.question).toBe(null);
});

test('B8: a chosen open time brings its answer along', () => {
  const form = formAt('', '');
  expect([form.start, form.resolved, form.question]).toEqual([null, null, null]);
  form.take({ date: '2027-10-31', time: '03:30', zone: form.zone, which: 'later' });
  expect(at(form)).toBe('2027-10-31T01:30:00.000Z');
});
