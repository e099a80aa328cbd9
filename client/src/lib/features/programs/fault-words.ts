import type { SettingsField } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';

const sentences: Record<SettingsField, () => string> = {
  messageGate: m.programs_fault_gate,
  minimumNotice: m.programs_fault_notice,
  bookingHorizon: m.programs_fault_horizon,
  durations: m.programs_fault_durations,
  otherLocations: m.programs_fault_places,
  'clock.hours': m.programs_fault_hours,
  'clock.opens': m.programs_fault_opens,
  'clock.closes': m.programs_fault_closes,
  'clock.closedDays': m.programs_fault_closed_days,
  'margins.before': m.programs_fault_margin,
  'margins.after': m.programs_fault_margin,
  roomExtension: m.programs_fault_gate,
  mentorReviews: m.programs_fault_gate,
};

/** What is wrong with a setting, and what to do. */
export const faultSentence = (field: SettingsField): string => sentences[field]();
