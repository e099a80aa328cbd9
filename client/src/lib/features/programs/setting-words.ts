import { m } from '#lib/paraglide/messages.js';
import type { TypedSetting } from './typed-settings.ts';

const words: Record<TypedSetting, () => string> = {
  gate: m.programs_word_gate,
  notice: m.programs_word_notice,
  horizon: m.programs_word_horizon,
  durations: m.programs_word_durations,
  places: m.programs_word_places,
  hours: m.programs_word_hours,
  opens: m.programs_word_opens,
  closes: m.programs_word_closes,
  closedDays: m.programs_word_closed_days,
  before: m.programs_word_before,
  after: m.programs_word_after,
  extension: m.programs_word_extension,
  reviews: m.programs_word_reviews,
};

/** What a setting is called within a sentence. */
export const settingWord = (setting: TypedSetting): string => words[setting]();
