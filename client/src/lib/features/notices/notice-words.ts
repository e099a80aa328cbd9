import type { NoticeKind, TermsChange } from '@confab/shared';
import { changeWords } from '#lib/features/booking/words/change-words.ts';
import { m } from '#lib/paraglide/messages.js';

interface Words {
  /** The other's name; of a case, both. */
  name: string;
  /** When the session starts that it speaks of, to be read within a sentence. */
  when: string;
  /** That start, after a colon. */
  moment: string;
  /** What is another. */
  change: TermsChange | null;
}

/** Of which session it is, is said by its new time, or else beside what is another. */
const proposed = ({ name, when, moment, change }: Words) =>
  !change || change.start
    ? m.booking_they_propose({ name, changes: changeWords(change, moment) })
    : m.notices_proposed({ name, when, changes: changeWords(change, null) });

const moved = ({ name, when, change }: Words) =>
  m.notices_moved({ name, when, changes: changeWords(change, null) });

/** What a notice says. */
export const noticeWords: Record<NoticeKind, (words: Words) => string> = {
  requested: m.notices_requested,
  proposed,
  accepted: (words) => (words.change ? moved(words) : m.notices_accepted(words)),
  moved,
  declined: m.notices_declined,
  'proposal-refused': m.notices_proposal_refused,
  'proposal-withdrawn': m.notices_proposal_withdrawn,
  'proposal-lapsed': m.notices_proposal_lapsed,
  withdrawn: m.notices_withdrawn,
  expired: m.notices_expired,
  cancelled: m.notices_cancelled,
  completed: m.notices_completed,
  'marked-no-show': m.notices_no_show,
  undone: m.notices_undone,
  contested: m.notices_contested,
  settled: m.notices_settled,
  'room-extended': m.notices_extended,
  reviewed: m.notices_reviewed,
  'case-contested': m.notices_case_contested,
  'case-forgotten': m.notices_case_forgotten,
  'answer-halfway': m.notices_answer_halfway,
  'answer-soon': m.notices_answer_soon,
  'day-before': m.notices_day_before,
  'hour-before': m.notices_hour_before,
  'room-opens': m.notices_room_opens,
  unmarked: m.notices_unmarked,
  'still-unmarked': m.notices_still_unmarked,
};
