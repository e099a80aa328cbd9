import type { BookingEventType } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';

const byPerson: Record<BookingEventType, (who: { who: string }) => string> = {
  requested: m.chat_line_requested,
  proposed: m.chat_line_proposed,
  accepted: m.chat_line_accepted,
  moved: m.chat_line_moved,
  declined: m.chat_line_declined,
  'proposal-refused': m.chat_line_refused,
  'proposal-withdrawn': m.chat_line_proposal_withdrawn,
  'proposal-lapsed': () => m.chat_line_lapsed(),
  withdrawn: m.chat_line_withdrawn,
  expired: () => m.chat_line_expired(),
  cancelled: m.chat_line_cancelled,
  completed: m.chat_line_completed,
  'marked-no-show': m.chat_line_no_show,
  undone: m.chat_line_undone,
  contested: m.chat_line_contested,
  settled: () => m.chat_line_settled(),
  'room-extended': m.chat_line_extended,
};

const isKnown = (event: string): event is BookingEventType => Object.hasOwn(byPerson, event);

/** What a booking line says. @param who whose doing it was; null: the clock's or the program's */
export function lineWords(event: string, who: string | null): string {
  if (!isKnown(event)) return m.chat_line_changed();
  if (who === null && event === 'cancelled') return m.chat_line_cancelled_by_itself();
  return byPerson[event]({ who: who ?? m.frame_confab() });
}
