import { expect, test } from 'vitest';
import { People } from './people.svelte.ts';

test('somebody who is there already comes in once, with what arrives from them', () => {
  const people = new People();
  const ada = { personId: 'ada', name: 'Ada', role: 'mentor' } as const;
  expect(people.add(ada)).toBe(true);
  const before = people.get('ada');
  expect(people.add(ada)).toBe(false);
  expect(people.get('ada')).toBe(before);
});
