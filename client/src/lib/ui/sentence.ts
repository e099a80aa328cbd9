import { fromText } from '@confab/shared';
import type { Refusal } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { clockTime, minutesInWords, moment } from './time/words.ts';
import { viewerZone } from './time/zone.ts';

/** A refusal as the sentence that a person reads. Total: every code has one. */
export function sentence(refusal: Refusal): string {
  const zone = viewerZone();
  const when = (text: string) =>
    moment(fromText(text), zone, fromText(new Date(live.clock.milliseconds()).toISOString()));
  const choices = ({ earlierAt, laterAt }: { earlierAt: string; laterAt: string }) => ({
    earlier: clockTime(fromText(earlierAt), zone),
    later: clockTime(fromText(laterAt), zone),
  });
  switch (refusal.code) {
    case 'room-closed':
      if (refusal.phase === 'before') return m.refusal_room_before();
      return refusal.phase === 'after' ? m.refusal_room_after() : m.refusal_room_state();
    case 'time-gap':
      return m.refusal_time_gap(choices(refusal));
    case 'time-fold':
      return m.refusal_time_fold(choices(refusal));
    case 'notice':
      return m.refusal_notice({ duration: minutesInWords(refusal.minutes) });
    case 'horizon':
      return m.refusal_horizon({ days: refusal.days });
    case 'duration':
      return m.refusal_duration({ allowed: refusal.allowed.map(minutesInWords).join(', ') });
    case 'too-late':
      return m.refusal_too_late({ time: when(refusal.sinceAt) });
    case 'too-early':
      return m.refusal_too_early({ time: when(refusal.untilAt) });
    case 'actual-minutes':
      return m.refusal_actual_minutes({ from: refusal.from, to: refusal.to });
    default:
      return plain[refusal.code]();
  }
}

type Worded =
  | 'room-closed'
  | 'time-gap'
  | 'time-fold'
  | 'notice'
  | 'horizon'
  | 'duration'
  | 'too-late'
  | 'too-early'
  | 'actual-minutes';

const plain: Record<Exclude<Refusal['code'], Worded>, () => string> = {
  malformed: m.refusal_malformed,
  // The page of hours says which it is.
  hours: m.refusal_malformed,
  'unknown-call': m.refusal_unknown_call,
  'not-found': m.refusal_not_found,
  forbidden: m.refusal_forbidden,
  'signed-out': m.refusal_signed_out,
  'old-version': m.refusal_old_version,
  'too-many': m.refusal_too_many,
  'command-id-used': m.refusal_command_id_used,
  'conversation-closed': m.refusal_conversation_closed,
  // The note's own page asks which of the two it shall be.
  'stale-note': m.refusal_wrong_state,
  invitation: m.refusal_invitation,
  'bad-zone': m.refusal_bad_zone,
  'push-service': m.refusal_push_service,
  damaged: m.refusal_damaged,
  unavailable: m.refusal_unavailable,
  // The page of settings has words of its own for these two.
  settings: m.refusal_malformed,
  'stale-settings': m.refusal_malformed,
  'calendar-address': m.refusal_calendar_address,
  'busy-times': m.refusal_busy_times,
  'too-many-calendars': m.refusal_too_many_calendars,
  'not-your-part': m.refusal_not_your_part,
  self: m.refusal_self,
  'not-a-mentee': m.refusal_not_a_mentee,
  'not-a-mentor': m.refusal_not_a_mentor,
  'mentor-busy': m.refusal_mentor_busy,
  'mentor-away': m.refusal_mentor_away,
  gate: m.refusal_gate,
  'bad-time': m.refusal_bad_time,
  'in-the-past': m.refusal_in_the_past,
  location: m.refusal_location,
  busy: m.refusal_busy,
  'overlapping-request': m.refusal_overlapping_request,
  'wrong-state': m.refusal_wrong_state,
  'not-your-turn': m.refusal_not_your_turn,
  'stale-offer': m.refusal_stale_offer,
  'no-change': m.refusal_no_change,
  'no-extension': m.refusal_no_extension,
  contested: m.refusal_contested,
  settled: m.refusal_settled,
  reason: m.refusal_reason,
  'stale-case': m.refusal_stale_case,
  'own-case': m.refusal_own_case,
};
