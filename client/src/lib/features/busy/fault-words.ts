import type { SourceFault } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';

const faults: Record<SourceFault, () => string> = {
  unreachable: m.hours_busy_fault_unreachable,
  'address-lost': m.hours_busy_fault_address_lost,
  'not-allowed': m.hours_busy_fault_not_allowed,
  closed: m.hours_busy_fault_closed,
  gone: m.hours_busy_fault_gone,
  'led-astray': m.hours_busy_fault_led_astray,
  'too-large': m.hours_busy_fault_too_large,
  'too-slow': m.hours_busy_fault_too_slow,
  'no-calendar': m.hours_busy_fault_no_calendar,
  'too-much': m.hours_busy_fault_too_much,
};

/** Why a calendar could not be read, as a sentence. */
export const faultInWords = (fault: SourceFault): string => faults[fault]();
