import { expect } from 'vitest';
import type { Stage } from '../stage/stage.ts';

/** Every one of these feeds is gapless up to its head. */
export async function feedsAreWhole(stage: Stage, people: readonly string[]): Promise<void> {
  for (const personId of people) {
    const entries = await stage.db
      .selectFrom('feed_entry')
      .select('seq')
      .where('person_id', '=', personId)
      .orderBy('seq')
      .execute();
    const head = await stage.db
      .selectFrom('feed_head')
      .select('seq')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(head?.seq).toBe(entries.length);
  }
}
