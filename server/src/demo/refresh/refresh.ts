import type { Instant } from '@confab/shared';
import type { Core } from '../../core.ts';
import { cast, type CastName } from '../cast/cast.ts';
import { mainPair } from '../sign-in.ts';
import { openRoom } from './open-room.ts';
import { pairOf, type Pair } from './pair.ts';
import { findPeople } from './people.ts';
import { keepOneWaiting } from './waiting-request.ts';

type Names = readonly [mentee: CastName, mentor: CastName];

/** The main pair, then those who stand in when a visitor has changed what the two may do. */
const forOpenRoom: readonly Names[] = [
  [mainPair.mentee, mainPair.mentor],
  ['noor', 'aino'],
  ['wanjiru', 'daniel'],
  ['tomas', 'mateo'],
];
const forWaiting: readonly Names[] = [
  [mainPair.mentee, mainPair.mentor],
  ['wanjiru', mainPair.mentor],
];

/** Makes the demo of today what it was on its first day: a room open now, a request waiting. */
export async function refresh(core: Core, now: Instant): Promise<void> {
  const people = await findPeople(core);
  await openRoom(core, pairs(forOpenRoom), now);
  await keepOneWaiting(core, pairs(forWaiting), now);

  /** Looked up one by one: the first will nearly always do. */
  async function* pairs(names: readonly Names[]): AsyncGenerator<Pair> {
    for (const [mentee, mentor] of names) {
      const menteeId = people.get(cast[mentee].email);
      const mentorId = people.get(cast[mentor].email);
      const pair = menteeId && mentorId && (await pairOf(core, [menteeId, mentorId], now));
      if (pair) yield pair;
    }
  }
}
