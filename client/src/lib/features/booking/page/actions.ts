import {
  isBefore,
  liveOffer,
  optionsFor,
  roomState,
  shelfOf,
  type Booking,
  type Instant,
  type Side,
  type SideCommandType,
} from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { changeOnTable } from '../on-table.ts';
import { isOnlyTime } from '../words/change-words.ts';

/** Something a person can do on the booking's page. */
export interface Action {
  type: SideCommandType | 'join' | 'again';
  label: string;
  look: 'primary' | 'plain' | 'quiet';
}

/** The order in which actions stand; the primary one comes before all. */
const order: Action['type'][] = [
  'accept',
  'complete',
  'propose',
  'refuse',
  'decline',
  'join',
  'undo',
  'again',
  'contest',
  'extend-room',
  'no-show',
  'withdraw-proposal',
  'withdraw',
  'cancel',
];

/** What ends something: never as loud as the rest. */
const quiet = new Set<Action['type']>([
  'no-show',
  'withdraw-proposal',
  'withdraw',
  'cancel',
  'contest',
  'extend-room',
]);

/** What a side can do now, the one next action first. @param roomExtension the program's setting */
export function actionsFor(
  booking: Booking,
  side: Side,
  now: Instant,
  roomExtension: boolean,
): Action[] {
  const types = openTypes(booking, side, now, roomExtension);
  const primary = primaryOf(types, booking, now);
  return types
    .toSorted((a, b) => Number(b === primary) - Number(a === primary))
    .map((type) => ({
      type,
      label: labelOf(type, booking, side, now),
      look: type === primary ? 'primary' : quiet.has(type) ? 'quiet' : 'plain',
    }));
}

function openTypes(booking: Booking, side: Side, now: Instant, roomExtension: boolean) {
  const options = optionsFor(booking, side, now, { roomExtension });
  const room = roomState(booking, now);
  const joins = booking.roomId !== null && (room === 'before' || room === 'open');
  return order.filter((type) => {
    if (type === 'join') return joins;
    if (type === 'again') return side === 'mentee' && hasEnded(booking, now);
    // A mentor's no to a counter is to decline the request, with a reason.
    if (type === 'refuse' && options.decline) return false;
    return options[type] !== undefined;
  });
}

/** Nothing stands in the way of a new request. */
const hasEnded = (booking: Booking, now: Instant): boolean =>
  ['past', 'cancelled'].includes(shelfOf(booking, now));

function primaryOf(
  types: Action['type'][],
  booking: Booking,
  now: Instant,
): Action['type'] | undefined {
  const isOver = !isBefore(now, booking.terms.endsAt);
  if (isOver && types.includes('complete')) return 'complete';
  const opened = booking.state === 'accepted' && roomState(booking, now) === 'open';
  if (opened && types.includes('join')) return 'join';
  if (types.includes('accept')) return 'accept';
  return types.includes('complete') ? 'complete' : undefined;
}

function labelOf(type: Action['type'], booking: Booking, side: Side, now: Instant): string {
  const offer = liveOffer(booking);
  const proposed = offer !== null && offer.version > 1;
  switch (type) {
    case 'join':
      return roomState(booking, now) === 'open' ? m.booking_join() : m.booking_room();
    case 'accept':
      if (!proposed) return m.booking_accept();
      return isOnlyTime(changeOnTable(booking))
        ? m.booking_accept_new()
        : m.booking_accept_change();
    case 'propose':
      if (!proposed) return m.booking_reschedule();
      return offer.by === side ? m.booking_change_proposal() : m.booking_propose_other();
    case 'again':
      return agreed.includes(booking.state) ? m.booking_book_again() : m.booking_again();
    default:
      return labels[type]();
  }
}

/** What was booked is booked again; what was only asked for is requested again. */
const agreed: Booking['state'][] = ['accepted', 'completed', 'no-show', 'cancelled'];

const labels: Record<
  Exclude<Action['type'], 'join' | 'accept' | 'propose' | 'again'>,
  () => string
> = {
  complete: m.booking_complete,
  refuse: m.booking_refuse,
  decline: m.booking_decline,
  undo: m.booking_undo,
  contest: m.booking_contest,
  'extend-room': m.booking_extend,
  'no-show': m.booking_no_show,
  'withdraw-proposal': m.booking_withdraw_proposal,
  withdraw: m.booking_withdraw,
  cancel: m.booking_cancel,
};
