import { sideOf, type Side } from '@confab/shared';
import type { PersonCard } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { locale } from '#lib/ui/tongue.ts';
import { ownView } from '../own-view.ts';
import { allAreLive } from './sessions.svelte.ts';

interface Choices {
  people: PersonCard[];
  programs: { id: string; name: string }[];
  sides: Side[];
}

/** With whom, where and on which sides one has sessions: what a list of them can be narrowed by. */
export class Met {
  #told = $state.raw<Choices | null>(null);
  readonly #choices: Choices = $derived.by(() => this.#told ?? fromLive());

  get people(): PersonCard[] {
    return this.#choices.people.toSorted(byName);
  }

  get programs(): { id: string; name: string }[] {
    return this.#choices.programs.toSorted(byName);
  }

  get sides(): Side[] {
    return this.#choices.sides;
  }

  /** Asks where not all of it is here. */
  async ask(): Promise<void> {
    if (allAreLive()) return;
    const answer = await live.ask('booking.met', {});
    if (answer.ok) this.#told = answer.value;
  }
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, locale);

function fromLive(): Choices {
  const people = new Map<string, PersonCard>();
  const programs = new Map<string, { id: string; name: string }>();
  const sides = new Set<Side>();
  for (const { booking, programName } of live.bookings) {
    const view = ownView(booking);
    const side = live.me && sideOf(booking, live.me.id);
    if (view) people.set(view.other.id, view.other);
    if (side) sides.add(side);
    programs.set(booking.programId, { id: booking.programId, name: programName });
  }
  return { people: [...people.values()], programs: [...programs.values()], sides: [...sides] };
}
