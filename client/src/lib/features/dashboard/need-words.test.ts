import { expect, test } from 'vitest';
import { Temporal } from '@confab/shared';
import type { Me, Role } from '@confab/shared/protocol';
import { needWords } from './need-words.ts';

const now = Temporal.Instant.from('2026-03-02T09:00:00Z');

/** Somebody with this role in one program, and nothing waits for them. */
function leadsTo(...roles: Role[]): string {
  const memberships = roles.map((role) => ({ role, programId: 'first-steps' }));
  const me = { admin: false, memberships } as unknown as Me;
  return needWords({ kind: 'nothing' }, '', me, now).href;
}

test('whom nothing waits for is led to where they may begin something', () => {
  expect(leadsTo('mentee')).toBe('/programs');
  expect(leadsTo('manager')).toBe('/programs/first-steps');
  expect(leadsTo('manager', 'mentee')).toBe('/programs');
  expect(leadsTo('mentor')).toBe('/me');
});
