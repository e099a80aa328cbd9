import { keptNotices, type NoticeView, type PersonCard } from '@confab/shared/protocol';
import { SvelteMap } from 'svelte/reactivity';
import { live } from '#lib/live/index.ts';
import { sentence } from '#lib/ui/sentence.ts';

/** A person's notices: the latest, live, and the older ones that were fetched. */
export class Notices {
  #older = $state.raw<NoticeView[]>([]);
  #people = new SvelteMap<string, PersonCard>();
  #ended = $state(false);
  #fetching = $state(false);
  #refused = $state<string | null>(null);

  /** Newest first. */
  readonly all: NoticeView[] = $derived.by(() => {
    const { latest, lastNo } = live.snapshot?.notices ?? { latest: [], lastNo: 0 };
    // What is missing among the latest does not hold any more.
    const before = lastNo - keptNotices;
    return [...latest, ...this.#older.filter(({ no }) => no <= before)];
  });

  get hasMore(): boolean {
    return !this.#ended && this.#before > 1;
  }

  /** What follows begins before this one. */
  get #before(): number {
    const lastNo = live.snapshot?.notices.lastNo ?? 0;
    const oldest = this.all.at(-1)?.no ?? 1;
    return Math.min(oldest, Math.max(1, lastNo - keptNotices + 1));
  }

  get fetching(): boolean {
    return this.#fetching;
  }

  get refused(): string | null {
    return this.#refused;
  }

  /** The other of a notice's two. */
  person(id: string): PersonCard | null {
    return live.person(id) ?? this.#people.get(id) ?? null;
  }

  /** Fetches the page that follows. */
  async more(): Promise<void> {
    if (this.#fetching || !this.hasMore) return;
    this.#fetching = true;
    const answer = await live.ask('notice.list', { before: this.#before });
    this.#fetching = false;
    this.#refused = answer.ok ? null : sentence(answer);
    if (!answer.ok) return;
    const { notices, people, more } = answer.value;
    for (const person of people) this.#people.set(person.id, person);
    // The snapshot lets its oldest go as new ones come; this page keeps what it has shown.
    this.#older = [...this.all, ...notices];
    this.#ended = !more;
  }
}
