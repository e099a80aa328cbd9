import { isWhole } from '../is-whole.ts';
import { clockFault, type ClockField } from './clock-fault.ts';
import type { ProgramSettings } from './settings.ts';

/** The setting at fault. */
export type SettingsField =
  | Exclude<keyof ProgramSettings, 'clock' | 'margins'>
  | `clock.${ClockField}`
  | 'margins.before'
  | 'margins.after';

export type SettingsCheck = { ok: true } | { ok: false; code: 'settings'; field: SettingsField };

const dayMinutes = 24 * 60;

/** May a program have these settings? Names the first that it may not. @see B2 D1 W1 */
export function checkSettings(settings: ProgramSettings): SettingsCheck {
  const field = fault(settings);
  return field ? { ok: false, code: 'settings', field } : { ok: true };
}

function fault(settings: ProgramSettings): SettingsField | null {
  const { messageGate, minimumNotice, bookingHorizon, durations, otherLocations } = settings;
  const { clock, margins, roomExtension, mentorReviews } = settings;
  if (messageGate !== 'required' && messageGate !== 'recommended') return 'messageGate';
  if (!isWhole(bookingHorizon, 1, 730)) return 'bookingHorizon';
  // A notice beyond the horizon would leave nothing to ask for.
  if (!isWhole(minimumNotice, 0, bookingHorizon * dayMinutes)) return 'minimumNotice';
  if (!areDurations(durations)) return 'durations';
  if (!areNames(otherLocations)) return 'otherLocations';
  const clockField = clockFault(clock);
  if (clockField) return `clock.${clockField}`;
  if (!isWhole(margins.before, 0, dayMinutes)) return 'margins.before';
  if (!isWhole(margins.after, 0, dayMinutes)) return 'margins.after';
  if (typeof roomExtension !== 'boolean') return 'roomExtension';
  return mentorReviews === 'shown' || mentorReviews === 'hidden' ? null : 'mentorReviews';
}

const areDurations = (durations: number[]): boolean =>
  durations.length > 0 &&
  durations.every(
    (minutes, index) =>
      isWhole(minutes, 5, dayMinutes) && minutes % 5 === 0 && minutes > (durations[index - 1] ?? 0),
  );

const areNames = (names: string[]): boolean =>
  new Set(names).size === names.length &&
  names.every((name) => name.trim() === name && name !== '' && name.length <= 120);
