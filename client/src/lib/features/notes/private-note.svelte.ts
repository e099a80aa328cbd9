import type { Refusal } from '@confab/shared/protocol';
import { keepDraft, keptDraft, live } from '#lib/live/index.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { aboutNote, draftOf, draftText } from './note-draft.ts';

/** How long after the last key it is saved, in milliseconds. */
const pause = 700;

interface Kept {
  version: number;
  text: string;
}

/**
 * One's own note on a session, saved as one types. What is not saved yet is kept in this window,
 * over reloads too, and goes out when the line holds; what another window wrote meanwhile is never
 * written over unasked.
 */
export class PrivateNote {
  readonly #bookingId: string;
  readonly #me = live.me?.id ?? '';
  #text = $state('');
  #kept = $state.raw<Kept | null>(null);
  #meanwhile = $state.raw<Kept | null>(null);
  #saving = $state(false);
  #refusal = $state.raw<Refusal | null>(null);
  /** What is written here rests on this older version: a draft from before, or the question stands. */
  #base: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(bookingId: string) {
    this.#bookingId = bookingId;
    const draft = draftOf(keptDraft(this.#me, this.#about));
    if (!draft) return;
    this.#text = draft.text;
    this.#base = draft.version;
  }

  /** It is known what has been kept, or something was written here before. */
  get known(): boolean {
    return this.#kept !== null || this.#base !== null;
  }

  get text(): string {
    return this.#text;
  }

  /** As it is typed. */
  set text(text: string) {
    this.#text = text;
    this.#refusal = null;
    this.#remember();
    this.#soon(pause);
  }

  get saving(): boolean {
    return this.#saving;
  }

  /** What stands here is not on the server. */
  get unsaved(): boolean {
    return this.#kept ? this.#text !== this.#kept.text : this.#base !== null;
  }

  /** It has been kept, and says something. */
  get saved(): boolean {
    return this.#kept !== null && this.#kept.version > 0 && !this.unsaved;
  }

  /** What another window wrote while something else was written here; null otherwise. */
  get meanwhile(): string | null {
    return this.#meanwhile?.text ?? null;
  }

  get refused(): string | null {
    return this.#refusal && sentence(this.#refusal);
  }

  /** Asks what has been kept; again whenever something about the session has changed. */
  async load(): Promise<void> {
    if (this.#saving) return;
    const answer = await live.ask('note.open', { bookingId: this.#bookingId });
    if (answer.ok) this.#meet(answer.value);
  }

  /** Saves at once what is not saved: somebody leaves the page. */
  leave(): void {
    clearTimeout(this.#timer);
    void this.#save();
  }

  /** Of two that differ, what is written here stays. */
  keepThis(): void {
    this.#settle();
    void this.#save();
  }

  /** Of two that differ, what the other window wrote comes here. */
  takeOther(): void {
    if (this.#meanwhile) this.#text = this.#meanwhile.text;
    this.#settle();
  }

  /** It rests on what is kept, whatever it says. */
  #settle(): void {
    this.#meanwhile = null;
    this.#base = null;
    this.#remember();
  }

  #meet(kept: Kept): void {
    const before = this.#kept;
    if (this.#saving || (before && kept.version <= before.version)) return;
    const { unsaved } = this;
    const base = this.#base ?? before?.version ?? 0;
    this.#kept = kept;
    if (!unsaved) this.#text = kept.text;
    // A draft from before this page was opened rests on what is kept, or does not.
    if (this.#text === kept.text || base === kept.version) {
      this.#settle();
      if (this.unsaved) this.#soon(0);
      return;
    }
    this.#meanwhile = kept;
    this.#base = base;
    this.#remember();
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  async #save(): Promise<void> {
    const kept = this.#kept;
    if (!kept || this.#saving || this.#meanwhile || !this.unsaved) return;
    this.#saving = true;
    const text = this.#text;
    const { version } = kept;
    const answer = await live.give('note.keep', { bookingId: this.#bookingId, version, text });
    this.#saving = false;
    if (answer.ok) {
      this.#kept = { version: answer.value.version, text };
      this.#remember();
      if (this.unsaved) this.#soon(0);
    } else if (answer.code === 'stale-note') await this.load();
    else this.#refusal = answer;
  }

  /** What is unsaved is kept in this window; what is saved is not. */
  #remember(): void {
    const version = this.#base ?? this.#kept?.version ?? 0;
    keepDraft(this.#me, this.#about, this.unsaved ? draftText({ version, text: this.#text }) : '');
  }

  get #about(): string {
    return aboutNote(this.#bookingId);
  }
}
