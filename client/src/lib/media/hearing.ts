import type { NodeToClient, SeatEnd } from '@confab/shared';
import type { Closing } from './closing.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { People } from './people.svelte.ts';
import type { Receiving } from './receiving.ts';
import type { Told } from './told.ts';

export interface Hearer {
  told: Told;
  people: People;
  receiving: Receiving;
  closing: Closing;
  notices: Notices;
  rebuild: () => void;
  ended: (reason: SeatEnd) => void;
}

/** What is done about what the node tells, each in its place beside the answers to `join`. */
export function hearing(to: Hearer): Partial<NodeToClient> {
  const inPlace =
    <Name extends keyof NodeToClient>(name: Name, takeIn: NodeToClient[Name]) =>
    (...said: Parameters<NodeToClient[Name]>): void =>
      to.told.hear(name, () => (takeIn as (...all: typeof said) => void)(...said));
  return {
    'person-joined': inPlace('person-joined', (person) => {
      if (to.people.add(person)) to.notices.add({ kind: 'joined', name: person.name });
    }),
    'person-left': inPlace('person-left', (personId) => {
      const other = to.people.remove(personId);
      if (other) to.notices.add({ kind: 'left', name: other.name });
    }),
    consumer: inPlace('consumer', (view) => void to.receiving.playNew(view)),
    'consumer-ended': inPlace('consumer-ended', (id) => to.receiving.end(id)),
    'consumer-paused': inPlace('consumer-paused', (id, paused) => to.receiving.pause(id, paused)),
    'consumer-score': inPlace('consumer-score', (id, score) => to.receiving.score(id, score)),
    speaking: (levels) => to.people.speak(levels),
    'closes-at': inPlace('closes-at', (closesAt, now) => {
      to.closing.set(closesAt, now);
      to.notices.add({ kind: 'closing-moved', closesAt });
    }),
    rebuild: inPlace('rebuild', to.rebuild),
    ended: to.ended,
  };
}
