import type { Instant } from '../time/index.ts';
import type { Booking, Side } from './booking.ts';
import type { BookingCommandType, SystemCommandType } from './command.ts';
import { mayAnswer } from './commands/answer.ts';
import { mayCancel } from './commands/cancel.ts';
import { mayDecline, mayWithdraw } from './commands/end-request.ts';
import { mayExtendRoom } from './commands/extend-room.ts';
import { mayComplete, mayMarkNoShow, mayUndo } from './commands/mark.ts';
import { mayPropose } from './commands/propose.ts';
import { mayWithdrawProposal } from './commands/withdraw-proposal.ts';
import type { May } from './verdict.ts';

/** What a person can ask of a booking that exists. */
export type SideCommandType = Exclude<BookingCommandType, SystemCommandType | 'request'>;

/** The commands open to a side; `until` is when each ends, null: not by the clock. */
export type Options = { [Type in SideCommandType]?: { until: Instant | null } };

const mayGive: Record<SideCommandType, (booking: Booking, side: Side, now: Instant) => May> = {
  accept: mayAnswer,
  decline: mayDecline,
  propose: mayPropose,
  refuse: mayAnswer,
  'withdraw-proposal': mayWithdrawProposal,
  withdraw: mayWithdraw,
  cancel: (booking, _side, now) => mayCancel(booking, now),
  complete: mayComplete,
  'no-show': (booking, _side, now) => mayMarkNoShow(booking, now),
  undo: mayUndo,
  'extend-room': mayExtendRoom,
};

const commandTypes = Object.keys(mayGive) as SideCommandType[];

/**
 * What a side may do now, by the same rules that decide. The facts have a say besides: a held time
 * (B6), the program's durations and horizon (B2), whether it lets rooms be extended (W3).
 */
export function optionsFor(booking: Booking, side: Side, now: Instant): Options {
  const options: Options = {};
  for (const type of commandTypes) {
    const may = mayGive[type](booking, side, now);
    if (may.ok) options[type] = { until: may.until };
  }
  return options;
}
