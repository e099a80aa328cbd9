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
  #saving = $state(false);
  #saved = $state(false);
  #wrong = $state<string | null>(null);
  /** As the server has it. */
  #kept = $state('');

  constructor(me: Me) {
    this.name = me.name;
    this.zone = me.zone;
    this.tongue = me.tongue;
    this.portrait = me.portrait;
    this.headline = me.headline;
    this.about = me.about;
    this.languages = me.languages.join(', ');
    this.subjects = me.subjects.join(', ');
    this.#kept = this.#typed;
  }

  get saving(): boolean {
    return this.#saving;
  }

  get changed(): boolean {
    return this.#typed !== this.#kept;
  }

  /** It has been saved here, and not changed since. */
  get saved(): boolean {
    return this.#saved && !this.changed;
  }

  get wrong(): string | null {
    return this.#wrong;
  }

  async save(): Promise<void> {
    this.#saving = true;
    this.#saved = false;
    this.#wrong = null;
    const typed = this.#typed;
    const answer = await live.give('person.update', this.#changes());
    this.#saving = false;
    if (!answer.ok) {
      this.#wrong = sentence(answer);
      return;
    }
    this.#saved = true;
    this.#kept = typed;
    announcer.say(m.account_saved());
    speak(this.tongue);
  }

  get #typed(): string {
    return JSON.stringify(this.#changes());
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
