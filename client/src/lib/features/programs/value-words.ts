import type { ProgramSettings } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { minutesInWords } from '#lib/ui/time/words.ts';
import { differing, typedFrom, type TypedSetting, type TypedSettings } from './typed-settings.ts';
import { weekdays } from './weekdays.ts';

const listed = (words: string[]): string =>
  words.length > 0 ? words.join(', ') : m.programs_value_none();

type Says = { [S in TypedSetting]: (value: TypedSettings[S]) => string };

const says: Says = {
  gate: (gate) =>
    gate === 'required' ? m.programs_value_gate_required() : m.programs_value_gate_recommended(),
  notice: ({ amount, unit }) => {
    const words = {
      minutes: m.programs_unit_minutes,
      hours: m.programs_unit_hours,
      days: m.programs_unit_days,
    };
    return amount === '0' ? m.programs_value_none() : `${amount} ${words[unit]()}`;
  },
  horizon: (days) => m.programs_value_days({ days }),
  durations: (all) => listed(all.map(minutesInWords)),
  places: listed,
  hours: (hours) => m.programs_value_hours({ hours }),
  opens: (time) => time,
  closes: (time) => time,
  closedDays: (closed) =>
    listed(
      weekdays()
        .filter(({ value }) => closed.includes(value))
        .map(({ label }) => label),
    ),
  before: (before) => m.programs_value_before({ duration: minutesInWords(Number(before)) }),
  after: (after) => m.programs_value_after({ duration: minutesInWords(Number(after)) }),
  extension: (on) => (on ? m.programs_value_extension_on() : m.programs_value_extension_off()),
  reviews: (are) =>
    are === 'shown' ? m.programs_value_reviews_shown() : m.programs_value_reviews_hidden(),
};

const valueOf = <S extends TypedSetting>(typed: Pick<TypedSettings, S>, setting: S): string =>
  says[setting](typed[setting]);

/** Each setting that differs between the two, as it was and as it became. */
export function changedSettings(before: ProgramSettings, after: ProgramSettings) {
  const [was, is] = [typedFrom(before), typedFrom(after)];
  return differing(was, is).map((setting) => ({
    setting,
    before: valueOf(was, setting),
    after: valueOf(is, setting),
  }));
}
