import type { HoursFault } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';

const faults: Record<HoursFault, () => string> = {
  week: m.hours_fault_week,
  time: m.hours_fault_time,
  'empty-stretch': m.hours_fault_empty_stretch,
  'stretches-overlap': m.hours_fault_stretches_overlap,
  'too-many-stretches': m.hours_fault_too_many_stretches,
  date: m.hours_fault_date,
  'days-reversed': m.hours_fault_days_reversed,
  'days-overlap': m.hours_fault_days_overlap,
  'too-many-days': m.hours_fault_too_many_days,
  'longest-day': m.hours_fault_longest_day,
  pause: m.hours_fault_pause,
};

/** What is wrong with hours, as a sentence. */
export const faultInWords = (fault: HoursFault): string => faults[fault]();
