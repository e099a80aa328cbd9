import { expect, test } from 'vitest';
import { admission } from './admission.ts';

test('W1: a moment too early is tried again, every other refusal is final', () => {
  const refused = (phase: 'before' | 'after' | 'state', opensIn = 200) =>
    admission({ ok: false, code: 'room-closed', phase }, opensIn);
  expect(refused('before')).toEqual({ ok: false, code: 'unavailable' });
  expect(refused('before', 86_400_000)).toEqual({ ok: false, code: 'room-closed' });
  expect(refused('after')).toEqual({ ok: false, code: 'room-closed' });
  expect(refused('state')).toEqual({ ok: false, code: 'room-closed' });
  expect(admission({ ok: false, code: 'not-found' }, 0)).toEqual({ ok: false, code: 'not-found' });
});

test('W1: an admission goes to the call as it is', () => {
  const value = { grant: 'signed', node: '', closesAt: '2026-11-24T11:30:00Z', prepared: null };
  expect(admission({ ok: true, value }, 0)).toEqual({ ok: true, value });
});
