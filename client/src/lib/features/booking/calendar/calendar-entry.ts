import {
  fromText,
  isLookedFor,
  pendingInterval,
  heldInterval,
  type Instant,
  type SessionFilter,
} from '@confab/shared';
import type { CalendarSession, PersonCard } from '@confab/shared/protocol';
import type { LiveBooking } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { ownView } from '../own-view.ts';
import { stateWord, type StateWord } from '../words/state-word.ts';

/** A session as a calendar shows it. */
export interface CalendarEntry {
  id: string;
  /** The other person's. */
  name: string;
  programName: string;
  startsAt: Instant;
  endsAt: Instant;
  state: StateWord;
}

/** A live booking's; null where it holds no time, or is not looked for. @see B6 L2 L3 */
export function entryOfLive(
  { booking, programName }: LiveBooking,
  me: string,
  filter: SessionFilter,
  now: Instant,
): CalendarEntry | null {
  const time = pendingInterval(booking) ?? heldInterval(booking);
  const view = ownView(booking);
  if (!time || !view) return null;
  const { name } = view.other;
  if (!isLookedFor(booking, me, { other: name, program: programName }, filter)) return null;
  return {
    id: booking.id,
    name,
    programName,
    ...time,
    state: stateWord(booking, view.side, name, now),
  };
}

/** An older one's, of which no more is known than what the calendar was told. */
export function entryOfTold(told: CalendarSession, people: PersonCard[]): CalendarEntry {
  const known = people.find(({ id }) => id === told.with)?.name;
  const unknown = told.side === 'mentor' ? m.booking_mentee() : m.booking_mentor();
  return {
    id: told.id,
    name: known ?? unknown,
    programName: told.programName,
    startsAt: fromText(told.startsAt),
    endsAt: fromText(told.endsAt),
    state: toldState[told.state](),
  };
}

const toldState: Record<CalendarSession['state'], () => StateWord> = {
  pending: () => ({ words: m.booking_word_waiting(), tone: 'waiting' }),
  accepted: () => ({ words: m.booking_word_accepted(), tone: 'agreed' }),
  completed: () => ({ words: m.booking_word_took_place(), tone: 'over' }),
  'no-show': () => ({ words: m.booking_word_missed(), tone: 'over' }),
};
