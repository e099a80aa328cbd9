import type { BookingEventType } from '@confab/shared';
import type { MessageView } from '@confab/shared/protocol';
import { changeWords } from '#lib/features/booking/words/change-words.ts';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';

type Line = MessageView & { kind: 'line' };

interface Words {
  /** Whose doing it was. */
  who: string;
  /** The other of the two. */
  name: string;
  /** What is another; the start is said beside the line. */
  changes: string;
}

const byPerson: Record<BookingEventType, (words: Words) => string> = {
  requested: m.chat_line_requested,
  proposed: m.booking_did_propose,
  accepted: m.chat_line_accepted,
  moved: m.booking_did_accept,
  declined: m.chat_line_declined,
  'proposal-refused': m.chat_line_refused,
  'proposal-withdrawn': m.chat_line_proposal_withdrawn,
  'proposal-lapsed': () => m.chat_line_lapsed(),
  withdrawn: m.chat_line_withdrawn,
  expired: () => m.chat_line_expired(),
  cancelled: m.chat_line_cancelled,
  completed: m.chat_line_completed,
  'marked-no-show': m.booking_did_miss,
  undone: m.chat_line_undone,
  contested: m.chat_line_contested,
  settled: () => m.chat_line_settled(),
  'room-extended': m.chat_line_extended,
};

const isKnown = (event: string): event is BookingEventType => Object.hasOwn(byPerson, event);

/** What a booking line says to the reader. @param name what the other of the two is called */
export function lineWords({ event, author, change }: Line, name: string): string {
  if (!isKnown(event)) return m.chat_line_changed();
  if (author === null && event === 'cancelled') return m.chat_line_cancelled_by_itself();
  const isOwn = author === live.me?.id;
  const others = author === null ? m.frame_confab() : name;
  const who = isOwn ? m.chat_line_you() : others;
  if (event === 'marked-no-show' && !isOwn) return m.booking_did_miss_you({ who });
  const said = event === 'accepted' && change ? 'moved' : event;
  return byPerson[said]({ who, name, changes: changeWords(change, null) });
}
