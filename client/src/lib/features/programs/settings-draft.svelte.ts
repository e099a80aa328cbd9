import {
  checkSettings,
  defaultSettings,
  type ProgramSettings,
  type SettingsField,
} from '@confab/shared';
import type { DecidedSettings } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { carriedOver } from './carried-over.ts';
import { faultSentence } from './fault-words.ts';
import { differing, settingsFrom, typedFrom, type TypedSetting } from './typed-settings.ts';

/** A program's settings while somebody changes them, beside those that hold. @see checkSettings */
export class SettingsDraft {
  readonly #programId: string;
  #decided = $state.raw<DecidedSettings>({ version: 0, settings: defaultSettings });
  /** What came while a saving was under way. */
  #arrived: DecidedSettings | null = null;
  typed = $state(typedFrom(defaultSettings));
  #meanwhile = $state.raw<TypedSetting[] | null>(null);
  #state = $state<'still' | 'saving' | 'saved'>('still');
  #refused = $state<string | null>(null);

  constructor(programId: string, decided: DecidedSettings) {
    this.#programId = programId;
    this.#decided = decided;
    this.typed = typedFrom(decided.settings);
  }

  /** The settings as typed. */
  readonly settings: ProgramSettings = $derived(settingsFrom(this.typed));

  readonly #fault: SettingsField | null = $derived.by(() => {
    const check = checkSettings(this.settings);
    return check.ok ? null : check.field;
  });

  /** The newest settings that made sense: what is shown goes by them. */
  #sensible: ProgramSettings | null = null;

  readonly shown: ProgramSettings = $derived.by(() => {
    if (!this.#fault) this.#sensible = this.settings;
    return this.#sensible ?? this.#decided.settings;
  });

  /** What is typed and does not hold yet. */
  readonly changed: TypedSetting[] = $derived(
    differing(typedFrom(this.#decided.settings), $state.snapshot(this.typed)),
  );

  get saving(): boolean {
    return this.#state === 'saving';
  }

  get saved(): boolean {
    return this.#state === 'saved' && this.changed.length === 0;
  }

  /** What is wrong with this setting; null while nothing is. */
  wrong(...fields: SettingsField[]): string | null {
    return this.#fault && fields.includes(this.#fault) ? faultSentence(this.#fault) : null;
  }

  /** Why it cannot be saved now; null when it can. */
  get off(): string | null {
    if (this.#fault) return m.programs_off_fault({ fault: faultSentence(this.#fault) });
    return this.changed.length === 0 ? m.programs_off_unchanged() : null;
  }

  /** Why the last saving was refused. */
  get refused(): string | null {
    return this.#refused;
  }

  /** What somebody else changed while this was written: of it, what was written here, too. */
  get meanwhile(): TypedSetting[] | null {
    return this.#meanwhile;
  }

  /**
   * Settings that hold now. What was not touched here follows them; what was stays as it is
   * written, and is not saved.
   */
  meet(decided: DecidedSettings): void {
    if (this.saving) this.#arrived = decided;
    if (this.saving || decided.version <= this.#decided.version) return;
    const before = typedFrom(this.#decided.settings);
    const written = $state.snapshot(this.typed);
    const { typed, both } = carriedOver(written, before, typedFrom(decided.settings));
    this.#decided = decided;
    this.typed = typed;
    this.#state = 'still';
    if (!both) return;
    this.#meanwhile = both;
    announcer.say(m.programs_meanwhile());
  }

  /** Back to what holds. */
  forget(): void {
    this.typed = typedFrom(this.#decided.settings);
    this.#state = 'still';
    this.#meanwhile = null;
    this.#refused = null;
  }

  async save(): Promise<void> {
    if (this.off || this.saving) return;
    this.#state = 'saving';
    this.#refused = null;
    const { settings } = this;
    const { version } = this.#decided;
    const input = { programId: this.#programId, version, settings };
    const answer = await live.give('program.change-settings', input);
    this.#state = answer.ok ? 'saved' : 'still';
    if (answer.ok) {
      this.#meanwhile = null;
      this.#hold(answer.value);
      announcer.say(m.programs_saved());
    } else if (answer.code === 'stale-settings') this.meet(answer);
    else this.#refused = sentence(answer);
    if (this.#arrived) this.meet(this.#arrived);
    this.#arrived = null;
  }

  /** What was saved here; what was typed on meanwhile stays. */
  #hold(decided: DecidedSettings): void {
    this.#decided = decided;
    const isSame = JSON.stringify(this.settings) === JSON.stringify(decided.settings);
    if (isSame) this.typed = typedFrom(decided.settings);
  }
}
