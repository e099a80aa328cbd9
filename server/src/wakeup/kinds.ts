import type { ReminderKind } from '@confab/shared';
import type { Context } from '../command/context.ts';

/**
 * What can be due: an answer to a booking, the end of an agreed session's room, a session that nobody
 * marked, the end of a moved room's grace, the store's tidying, a person's one mail a day, a reminder.
 */
export type WakeupKind =
  'deadline' | 'closing' | 'forgotten' | 'room-grace' | 'trim' | 'digest' | ReminderKind;

/** Does what is due; runs in a transaction of its own, after which the wake-up is gone or moved. */
export type WakeupHandlers = {
  [Kind in WakeupKind]: (context: Context, ref: string) => Promise<void>;
};
