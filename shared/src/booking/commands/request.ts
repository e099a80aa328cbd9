import { addMinutes, resolveLocal, type Instant } from '../../time/index.ts';
import type { BookingCommand } from '../command.ts';
import type { BookingFacts } from '../facts.ts';
import { gateState } from '../gate.ts';
import { newOffer } from '../offer.ts';
import {
  refuseDuration,
  refuseHeld,
  refuseLocation,
  refusePending,
  refuseStart,
} from '../terms.ts';
import { happened, refuse, type Refused, type Verdict } from '../verdict.ts';

type Request = Extract<BookingCommand, { type: 'request' }>;

/** A mentee asks a mentor for a session: a booking begins. @see P2 P3 G1 B1 B2 B6 D2 */
export function request(
  command: Request,
  menteeId: string,
  { now, facts }: { now: Instant; facts: BookingFacts },
): Verdict {
  const { programId, mentorId, minutes, location, note } = command;
  const { settings, fresh } = facts;
  const barred =
    refuseParties(menteeId, mentorId, facts) ??
    refuseGate(facts) ??
    refuseLocation(location, settings) ??
    refuseDuration(minutes, settings);
  if (barred) return barred;
  const start = resolveLocal(command.start);
  if (!start.ok) return start;
  const terms = { startsAt: start.at, endsAt: addMinutes(start.at, minutes), location };
  const impossible =
    refuseStart(terms.startsAt, now, settings) ??
    refuseHeld(terms, facts) ??
    refusePending(terms, facts);
  if (impossible) return impossible;
  const { zone } = facts.mentor;
  return happened({
    type: 'requested',
    at: now,
    bookingId: fresh.bookingId,
    programId,
    mentorId,
    menteeId,
    note,
    margins: { ...settings.margins },
    roomId: location.kind === 'online' ? fresh.roomId : null,
    offer: newOffer({ version: 1, by: 'mentee', terms, now, zone, clock: settings.clock }),
  });
}

function refuseParties(
  menteeId: string,
  mentorId: string,
  { mentor, mentee, acquainted }: BookingFacts,
): Refused | null {
  if (menteeId === mentorId) return refuse({ code: 'self' });
  if (mentee.role !== 'mentee') return refuse({ code: 'not-a-mentee' });
  if (mentor.role !== 'mentor') return refuse({ code: 'not-a-mentor' });
  if (mentor.availability === 'away') return refuse({ code: 'mentor-away' });
  if (mentor.availability === 'busy' && !acquainted) return refuse({ code: 'mentor-busy' });
  return null;
}

const refuseGate = ({ settings, gatePassed }: BookingFacts): Refused | null =>
  gateState(settings, gatePassed) === 'required' ? refuse({ code: 'gate' }) : null;
