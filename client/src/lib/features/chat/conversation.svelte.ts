import type { ConversationView, MessageView, PersonCard, Refusal } from '@confab/shared/protocol';
import { untrack } from 'svelte';
import { Asked } from '#lib/features/people/asked.svelte.ts';
import { live, type KeptMessage } from '#lib/live/index.ts';
import { viewerZone } from '#lib/ui/time/zone.ts';
import { hasOlder, joined } from './entries.ts';
import { onTheirWay } from './on-their-way.ts';
import { arrange, type Row } from './rows.ts';
import { steady } from './steady.ts';

/** Before every entry that there may be. */
const end = Number.MAX_SAFE_INTEGER;

/** One conversation while it is open: everything loaded of it, and how far it is read. */
export class Conversation {
  readonly personId: string;
  #entries = $state.raw<MessageView[]>([]);
  #loading = $state(false);
  #unreadAfter = $state<number | null>(null);
  #written = $state(0);
  #readAsked = 0;
  #person: Asked<unknown, PersonCard & { canWrite: boolean }>;

  constructor(personId: string) {
    this.personId = personId;
    const { head } = this;
    if (head && head.unread > 0) this.#unreadAfter = head.readUpTo;
    $effect.pre(() => {
      const tail = this.head?.tail;
      if (tail) untrack(() => this.#take(tail));
    });
    this.#person = new Asked(
      () => [this.head?.writable, ...versions()],
      () => live.ask('person.open', { personId }),
    );
    // Only the newest hundred conversations are live; an older one is fetched.
    if (!head) void this.#load(end);
  }

  get head(): ConversationView | null {
    return live.conversation(this.personId);
  }

  /** Null while it is not known yet, and when there is no such person for the viewer. */
  get person(): PersonCard | null {
    return live.person(this.personId) ?? this.#person.value;
  }

  get refused(): Refusal | null {
    return this.person ? null : this.#person.refused;
  }

  /** Null while it is not known yet. @see C1 P3 */
  get writable(): boolean | null {
    if (this.head) return this.head.writable;
    return this.#person.value?.canWrite ?? (this.#person.refused ? false : null);
  }

  get entries(): MessageView[] {
    return this.#entries;
  }

  get rows(): Row[] {
    return this.#rows;
  }

  #shown: Row[] = [];
  #kept: KeptMessage[] = [];
  #rows = $derived.by(() => {
    this.#kept = onTheirWay(this.#kept, live.outbox.to(this.personId), this.#entries);
    const rows = arrange({
      entries: this.#entries,
      kept: this.#kept,
      me: live.me?.id ?? '',
      zone: viewerZone(),
      otherReadUpTo: this.head?.otherReadUpTo ?? 0,
      unreadAfter: this.#unreadAfter,
    });
    this.#shown = steady(rows, this.#shown);
    return this.#shown;
  });

  get loading(): boolean {
    return this.#loading;
  }

  get hasOlder(): boolean {
    return hasOlder(this.#entries);
  }

  /** Loads the page before the first entry, if there is one. */
  async older(): Promise<void> {
    const first = this.#entries[0];
    if (first && this.hasOlder) await this.#load(first.seq);
  }

  /** How many messages were written here since it was opened. */
  get written(): number {
    return this.#written;
  }

  /** Sends a message, and takes the unread line away. */
  write(text: string): void {
    this.#unreadAfter = null;
    this.#written += 1;
    live.outbox.write(this.personId, text);
  }

  /** Everything here has been seen. @see C4 */
  read(): void {
    const upTo = this.#entries.at(-1)?.seq ?? 0;
    if (!this.head?.unread || upTo <= this.#readAsked) return;
    this.#readAsked = upTo;
    void live.give('chat.read', { with: this.personId, upTo });
  }

  /** Somebody looks again: without news, nothing needs telling apart. */
  come(): void {
    if (this.head?.unread === 0) this.#unreadAfter = null;
  }

  /** Nobody is looking: what comes from now on is told apart by the unread line. */
  leave(): void {
    const { head } = this;
    if (head && head.unread === 0) this.#unreadAfter = head.lastSeq;
  }

  #take(tail: MessageView[]): void {
    const last = this.#entries.at(-1)?.seq ?? 0;
    // So much was missed that what was on its way may be among it.
    if (last > 0 && (tail[0]?.seq ?? 0) > last + 1) this.#kept = [];
    this.#entries = joined(this.#entries, tail);
  }

  async #load(before: number): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    const answer = await live.ask('chat.history', { with: this.personId, before });
    this.#loading = false;
    if (answer.ok) this.#entries = joined(answer.value.messages, this.#entries);
  }
}

/** Who may write can change with every program that the viewer is in. */
const versions = () =>
  live.me?.memberships.map((one) => [one.status, live.directoryVersion(one.programId)]) ?? [];
