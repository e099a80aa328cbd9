import type { BookingCommand } from '@confab/shared';
import type { Answer, BookingView } from '@confab/shared/protocol';
import type { PersonContext } from '../../command/context.ts';
import type { CommandHandlers } from '../../command/handlers.ts';
import { change, request } from './decide.ts';

type Type = Exclude<BookingCommand['type'], 'request' | 'settle' | 'expire' | 'end-membership'>;
type FieldsOf<T extends Type> = Omit<Extract<BookingCommand, { type: T }>, 'type'>;

/** The wire's `booking.<type>` carries the fields of the rule's command of that type. */
const onBooking =
  <T extends Type>(type: T) =>
  async (
    context: PersonContext,
    { bookingId, ...fields }: { bookingId: string } & FieldsOf<T>,
  ): Promise<Answer<BookingView>> =>
    change(context, bookingId, { type, ...fields } as BookingCommand, context.actorId);

export const bookingCommands = {
  'booking.request': async (context, input) =>
    request(context, context.actorId, { type: 'request', ...input }),
  'booking.accept': onBooking('accept'),
  'booking.decline': onBooking('decline'),
  'booking.propose': onBooking('propose'),
  'booking.refuse': onBooking('refuse'),
  'booking.withdraw-proposal': onBooking('withdraw-proposal'),
  'booking.withdraw': onBooking('withdraw'),
  'booking.cancel': onBooking('cancel'),
  'booking.complete': onBooking('complete'),
  'booking.no-show': onBooking('no-show'),
  'booking.undo': onBooking('undo'),
  'booking.contest': onBooking('contest'),
  'booking.settle': async (context, { bookingId, ...fields }) => {
    const settled = await change(
      context,
      bookingId,
      { type: 'settle', ...fields },
      context.actorId,
    );
    return settled.ok ? { ok: true, value: null } : settled;
  },
  'booking.extend-room': onBooking('extend-room'),
} satisfies Partial<CommandHandlers>;
