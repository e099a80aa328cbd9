import {
  isBefore,
  roomState,
  type Booking,
  type Completed,
  type Instant,
  type NoShow,
  type Side,
} from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { minutesInWords } from '#lib/ui/time/words.ts';
import { calledName } from './viewpoint.ts';

/** How a state is shown in a list: its words, and their colour's meaning. */
export interface StateWord {
  words: string;
  tone: 'waiting' | 'agreed' | 'live' | 'over';
}

/** The booking's state in a few words to one of its sides. */
export function stateWord(
  booking: Booking,
  side: Side,
  otherName: string,
  now: Instant,
): StateWord {
  const name = calledName(otherName);
  const over = (words: string): StateWord => ({ words, tone: 'over' });
  switch (booking.state) {
    case 'pending':
      return {
        words: booking.offer.by === side ? m.booking_word_theirs({ name }) : m.booking_word_yours(),
        tone: 'waiting',
      };
    case 'accepted': {
      const { proposal, terms } = booking;
      if (!isBefore(now, terms.endsAt)) return { words: m.booking_word_over(), tone: 'waiting' };
      if (!isBefore(now, terms.startsAt)) return { words: m.booking_word_now(), tone: 'live' };
      if (proposal) {
        const words =
          proposal.by === side
            ? m.booking_word_change_theirs({ name })
            : m.booking_word_change_yours();
        return { words, tone: 'waiting' };
      }
      return roomState(booking, now) === 'open'
        ? { words: m.booking_word_open(), tone: 'live' }
        : { words: m.booking_word_accepted(), tone: 'agreed' };
    }
    case 'completed':
      return marked(
        booking,
        m.booking_word_completed({ duration: minutesInWords(booking.actualMinutes) }),
      );
    case 'no-show':
      return marked(
        booking,
        booking.of === side ? m.booking_word_you_missed() : m.booking_word_they_missed({ name }),
      );
    case 'declined':
      return over(
        booking.bySide === side
          ? m.booking_word_you_declined()
          : m.booking_word_they_declined({ name }),
      );
    case 'expired':
      return over(m.booking_word_expired());
    case 'withdrawn':
      return over(
        side === 'mentee' ? m.booking_word_you_withdrew() : m.booking_word_they_withdrew({ name }),
      );
    case 'cancelled':
      if (booking.bySide === 'membership') return over(m.booking_word_membership());
      return over(
        booking.bySide === side
          ? m.booking_word_you_cancelled()
          : m.booking_word_they_cancelled({ name }),
      );
  }
}

/** What is contested waits for the manager. @see F2 */
const marked = ({ contest }: Completed | NoShow, words: string): StateWord =>
  contest
    ? { words: m.booking_word_contested({ words }), tone: 'waiting' }
    : { words, tone: 'over' };
