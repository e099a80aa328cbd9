import type { Instant } from '@confab/shared';
import type { BookingJson } from '@confab/shared/protocol';
import type { Company } from './company.ts';

/** What came before a journey begins, by the same commands as the pages give. */

/** The mentee's first message: from now on they can request sessions. */
async function introduced({ mentee, mentorId }: Company): Promise<void> {
  await mentee.do('chat.send', { to: mentorId, text: 'Good morning. May I ask you something?' });
}

/** The input of a request for an hour by online video. @param at whole minutes */
export const anHour = ({ programId, mentorId, mentee }: Company, at: Instant) => {
  const local = at.toZonedDateTimeISO(mentee.signIn.zone);
  return {
    programId,
    mentorId,
    start: {
      date: local.toPlainDate().toString(),
      time: local.toPlainTime().toString().slice(0, 5),
      zone: mentee.signIn.zone,
    },
    minutes: 60,
    location: { kind: 'online' as const },
    note: null,
  };
};

/** A request that waits for the mentor. @param at whole minutes */
export async function requested(all: Company, at: Instant): Promise<BookingJson> {
  await introduced(all);
  return (await all.mentee.do('booking.request', anHour(all, at))).booking;
}

/** A booking that both have agreed on, with its room. @param at whole minutes */
export async function accepted(
  all: Company,
  at: Instant,
): Promise<{ bookingId: string; roomId: string }> {
  const { id } = await requested(all, at);
  const { booking } = await all.mentor.do('booking.accept', { bookingId: id, version: 1 });
  if (!booking.roomId) throw new Error('an online session without a room');
  return { bookingId: id, roomId: booking.roomId };
}
