import { fromText, type Instant, type Side } from '@confab/shared';
import type { CaseView } from '@confab/shared/protocol';
import { staysOf } from '#lib/features/booking/words/presence.ts';
import { whenIn } from '#lib/features/booking/words/when.ts';
import { m } from '#lib/paraglide/messages.js';
import { minutesInWords } from '#lib/ui/time/words.ts';

/** How the two are called. */
export type Names = Record<Side, string>;

/** What was marked, as a sentence. */
export function markWords({ mark }: Pick<CaseView, 'mark'>, names: Names): string {
  if (!mark) return m.cases_marked_not({ mentor: names.mentor });
  if (mark.bySide === 'manager')
    return mark.outcome.kind === 'completed'
      ? m.cases_settled_as({ duration: minutesInWords(mark.outcome.minutes) })
      : m.cases_settled_missed({ name: names[mark.outcome.of] });
  const name = names[mark.bySide];
  return mark.outcome.kind === 'completed'
    ? m.cases_marked_completed({ name, duration: minutesInWords(mark.outcome.minutes) })
    : m.cases_marked_missed({ name, other: names[mark.outcome.of] });
}

/** Why it waits, or that it does not. */
export function stateWords({ kind, contest }: CaseView, zone: string, now: Instant): string {
  if (kind === null) return m.cases_closed();
  if (!contest) return m.cases_forgotten();
  return m.cases_contested({ when: whenIn(fromText(contest.contestedAt), zone, now) });
}

/** Who was in the room, as far as it is known. @see F3 */
export function presenceWords({ online, attendance }: CaseView, names: Names, zone: string) {
  if (!online) return [m.cases_presence_elsewhere()];
  if (attendance.length === 0) return [m.cases_presence_none()];
  return (['mentee', 'mentor'] as const).map((side) => {
    const stays = staysOf(attendance, side, zone);
    const name = names[side];
    return stays ? m.booking_presence_they({ name, stays }) : m.booking_presence_they_not({ name });
  });
}
