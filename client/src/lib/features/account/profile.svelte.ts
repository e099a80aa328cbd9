import type { Tongue } from '@confab/shared';
import type { CommandWire, Me } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { speak } from '#lib/ui/speak.ts';

/** Words between commas. */
const list = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** A person's own profile while it is being changed. */
export class ProfileDraft {
  name = $state('');
  zone = $state('');
  tongue = $state<Tongue>('en');
  portrait = $state<string | null>(null);
  headline = $state('');
  about = $state('');
  languages = $state('');
  subjects = $state('');
  #state = $state<'still' | 'saving' | 'saved'>('still');
  #wrong = $state<string | null>(null);

  constructor(me: Me) {
    this.name = me.name;
    this.zone = me.zone;
    this.tongue = me.tongue;
    this.portrait = me.portrait;
    this.headline = me.headline;
    this.about = me.about;
    this.languages = me.languages.join(', ');
    this.subjects = me.subjects.join(', ');
  }

  get saving(): boolean {
    return this.#state === 'saving';
  }

  get saved(): boolean {
    return this.#state === 'saved';
  }

  get wrong(): string | null {
    return this.#wrong;
  }

  /** The form has been touched since it was saved. */
  touch(): void {
    if (this.#state === 'saved') this.#state = 'still';
  }

  async save(): Promise<void> {
    this.#state = 'saving';
    this.#wrong = null;
    const answer = await live.give('person.update', this.#changes());
    this.#state = answer.ok ? 'saved' : 'still';
    if (!answer.ok) {
      this.#wrong = sentence(answer);
      return;
    }
    announcer.say(m.account_saved());
    speak(this.tongue);
  }

  #changes(): CommandWire<'person.update'> {
    return {
      name: this.name.trim(),
      zone: this.zone,
      tongue: this.tongue,
      portrait: this.portrait,
      headline: this.headline.trim(),
      about: this.about.trim(),
      languages: list(this.languages),
      subjects: list(this.subjects),
    };
  }
}
