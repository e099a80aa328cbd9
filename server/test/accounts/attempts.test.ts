import { expect, test } from 'vitest';
import { Attempts, placeOf } from '../../src/accounts/attempts.ts';

const right = () => Promise.resolve({ ok: true as const });
const wrong = () => Promise.resolve({ ok: false as const, code: 'sign-in-failed' as const });

test('failures add up, successes and other refusals do not', async () => {
  const attempts = new Attempts(2);
  for (let time = 0; time < 5; time += 1) {
    expect(await attempts.guard('a', right)).toEqual({ ok: true });
    const taken = () => Promise.resolve({ ok: false as const, code: 'email-taken' as const });
    expect(await attempts.guard('a', taken)).toMatchObject({ code: 'email-taken' });
  }
  expect(await attempts.guard('a', wrong)).toMatchObject({ code: 'sign-in-failed' });
  expect(await attempts.guard('a', right)).toEqual({ ok: true });
  expect(await attempts.guard('a', wrong)).toMatchObject({ code: 'sign-in-failed' });
  const refused = await attempts.guard('a', right);
  expect(refused).toMatchObject({ code: 'too-many' });
  expect(refused).toHaveProperty(
    'retryAfterMs',
    expect.toSatisfy((ms: number) => ms > 500_000),
  );
  expect(await attempts.guard('b', right)).toEqual({ ok: true });
});

test('guessing many times at once gains nothing, and coming many at once costs nothing', async () => {
  const attempts = new Attempts(3);
  let looks = 0;
  const slowly = async () => {
    looks += 1;
    await new Promise(setImmediate);
    return wrong();
  };
  const guesses = await Promise.all(Array.from({ length: 20 }, () => attempts.guard('a', slowly)));
  expect(looks).toBeLessThanOrEqual(3);
  expect(guesses.filter((one) => !one.ok && one.code === 'too-many')).toHaveLength(20 - looks);

  const honest = async () => {
    await new Promise(setImmediate);
    return right();
  };
  for (let time = 0; time < 3; time += 1)
    expect(await Promise.all([1, 2, 3].map(() => attempts.guard('b', honest)))).toEqual(
      [1, 2, 3].map(() => ({ ok: true })),
    );
});

test('what breaks is no longer under way', async () => {
  const attempts = new Attempts(1);
  const broken = () => Promise.reject(new Error('broken'));
  await expect(attempts.guard('a', broken)).rejects.toThrow('broken');
  expect(await attempts.guard('a', right)).toEqual({ ok: true });
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
