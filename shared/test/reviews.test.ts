import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  averageOf,
  changeableUntil,
  checkSettings,
  defaultSettings,
  firstName,
  mayReview,
  mayTakeBack,
  monthOf,
  ratings,
  reviewCounts,
  toText,
  type Booking,
} from '../src/index.ts';
import { hours, justBefore, utc } from './scene.ts';

const now = utc('2026-06-01T10:00');
const done: Pick<Booking, 'state'> = { state: 'completed' };
const written = { writtenAt: now };
const code = (may: ReturnType<typeof mayReview>) => (may.ok ? 'ok' : may.code);

const states: Booking['state'][] = [
  'pending',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'cancelled',
  'no-show',
];

describe('F6: who may review, and when', () => {
  test('F6: a completed session, whenever; of no other', () => {
    expect(mayReview(done, null, true, now)).toEqual({ ok: true, until: null });
    expect(reviewCounts(done)).toBe(true);
    for (const state of states) {
      expect(mayReview({ state }, null, true, now)).toEqual({
        ok: false,
        code: 'wrong-state',
        state,
      });
      expect(reviewCounts({ state })).toBe(false);
    }
  });

  test('F6: only by who is still in the program; taking back needs nothing', () => {
    expect(code(mayReview(done, null, false, now))).toBe('not-your-part');
    expect(code(mayReview(done, written, false, now))).toBe('not-your-part');
    expect(code(mayTakeBack(written, now))).toBe('ok');
  });

  test('F6: changed and taken back for 30 days after it was written', () => {
    const until = hours(now, 30 * 24);
    expect(toText(changeableUntil(written))).toBe(toText(until));
    expect(mayReview(done, written, true, justBefore(until))).toEqual({ ok: true, until });
    expect(mayTakeBack(written, justBefore(until))).toEqual({ ok: true, until });
    const late = { ok: false, code: 'too-late', sinceAt: until };
    expect(mayReview(done, written, true, until)).toEqual(late);
    expect(mayTakeBack(written, until)).toEqual(late);
  });

  test('F6: what was not written cannot be taken back', () => {
    expect(code(mayTakeBack(null, now))).toBe('not-found');
  });
});

describe('F6: what a profile says', () => {
  test('F6: the average to one decimal, and of none nothing', () => {
    expect(averageOf(0, 0)).toBeNull();
    expect(averageOf(3, 14)).toEqual({ average: 4.7, count: 3 });
    expect(averageOf(20, 89)).toEqual({ average: 4.5, count: 20 });
  });

  test('F6: the average lies between the lowest and the highest rating', () => {
    const some = fc.array(fc.constantFrom(...ratings), { minLength: 1 });
    fc.assert(
      fc.property(some, (given) => {
        const sum = given.reduce<number>((all, one) => all + one, 0);
        const { average = 0 } = averageOf(given.length, sum) ?? {};
        expect(average).toBeGreaterThanOrEqual(Math.min(...given));
        expect(average).toBeLessThanOrEqual(Math.max(...given));
        expect(Math.abs(average - sum / given.length)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  test.each([
    ['Noor Haddad', 'Noor'],
    ['  Mary Ann  O’Neill', 'Mary'],
    ['Madonna', 'Madonna'],
  ])('F6: of %s no more than the first name', (name, first) => {
    expect(firstName(name)).toBe(first);
  });

  test('F6: of the day no more than the month', () => {
    expect(monthOf('2026-06-01T10:00:00.000Z')).toBe('2026-06');
  });

  test('F6: a program shows mentors’ reviews unless it turns that off', () => {
    expect(defaultSettings.mentorReviews).toBe('shown');
    expect(checkSettings({ ...defaultSettings, mentorReviews: 'hidden' })).toEqual({ ok: true });
    const other = { ...defaultSettings, mentorReviews: 'often' as 'shown' };
    expect(checkSettings(other)).toEqual({ ok: false, code: 'settings', field: 'mentorReviews' });
  });
});
