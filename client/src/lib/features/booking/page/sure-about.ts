import type { Booking } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { calledName } from '../words/viewpoint.ts';
import type { Action } from './actions.ts';

/** What is asked about before it is done. */
const sureTypes = ['decline', 'cancel', 'withdraw', 'refuse', 'no-show'] as const;
export type SureType = (typeof sureTypes)[number];

export const isSure = (type: Action['type']): type is SureType =>
  (sureTypes as readonly Action['type'][]).includes(type);

export interface SureWords {
  title: string;
  text: string;
  /** The button that does it. */
  label: string;
  /** The hint at the field for a reason; null: none is asked. */
  reason: string | null;
}

/** How that question is put. */
export function sureAbout(type: SureType, booking: Booking, otherName: string): SureWords {
  const name = calledName(otherName);
  const reason = m.booking_reason_hint({ name });
  switch (type) {
    case 'decline':
      return {
        title: m.booking_decline_title(),
        text: m.booking_decline_text({ name }),
        label: m.booking_decline(),
        reason,
      };
    case 'cancel':
      return {
        title: m.booking_cancel_title(),
        text: booking.roomId ? m.booking_cancel_room({ name }) : m.booking_cancel_text({ name }),
        label: m.booking_cancel(),
        reason,
      };
    case 'withdraw':
      return {
        title: m.booking_withdraw_title(),
        text: m.booking_withdraw_text({ name }),
        label: m.booking_withdraw(),
        reason: null,
      };
    case 'refuse':
      return {
        title: m.booking_refuse_title(),
        text:
          booking.state === 'pending' ? m.booking_refuse_pending() : m.booking_refuse_accepted(),
        label: m.booking_refuse(),
        reason: null,
      };
    case 'no-show':
      return {
        title: m.booking_no_show_title({ name }),
        text: m.booking_no_show_text({ name }),
        label: m.booking_no_show(),
        reason: null,
      };
  }
}
