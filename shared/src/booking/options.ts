import type { Instant } from '../time/index.ts';
import type { Booking, Side } from './booking.ts';
import type { BookingCommandType, SystemCommandType } from './command.ts';
import { mayAnswer } from './commands/answer.ts';
import { mayCancel } from './commands/cancel.ts';
import { mayContest } from './commands/contest.ts';
import { mayDecline, mayWithdraw } from './commands/end-request.ts';
import { mayExtendRoom, type ExtensionSetting } from './commands/extend-room.ts';
import { mayComplete, mayMarkNoShow, mayUndo } from './commands/mark.ts';
import { mayPropose } from './commands/propose.ts';
import { mayWithdrawProposal } from './commands/withdraw-proposal.ts';
import type { May } from './verdict.ts';

/** What one of the two can ask of a booking that exists. */
export type SideCommandType = Exclude<BookingCommandType, SystemCommandType | 'request' | 'settle'>;

/** The commands open to a side; `until` is when each ends, null: not by the clock. */
export type Options = { [Type in SideCommandType]?: { until: Instant | null } };

type MayGive = Record<SideCommandType, (booking: Booking, side: Side, now: Instant) => May>;

const mayGive = (settings: ExtensionSetting): MayGive => ({
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
  contest: mayContest,
  'extend-room': (booking, side, now) => mayExtendRoom(booking, side, now, settings),
});

/**
 * What a side may do now, by the same rules that decide. The facts have a say besides: a held time
 * (B6), the program's durations and horizon (B2), a session that follows at once (W3).
 *
 * @param settings the program's
 */
export function optionsFor(
  booking: Booking,
  side: Side,
  now: Instant,
  settings: ExtensionSetting,
): Options {
  const options: Options = {};
  const given = Object.entries(mayGive(settings)) as [SideCommandType, MayGive[SideCommandType]][];
  for (const [type, may] of given) {
    const found = may(booking, side, now);
    if (found.ok) options[type] = { until: found.until };
  }
  return options;
}
