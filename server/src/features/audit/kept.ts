import type { Side } from '@confab/shared';
import type { MarkView, MembershipStatus } from '@confab/shared/protocol';

/** How a session stood, as an entry keeps it. */
export type KeptMark =
  | { state: 'accepted' }
  | ({ markedBySide: Side | 'manager'; contested: boolean } & (
      { state: 'completed'; minutes: number } | { state: 'no-show'; of: Side }
    ));

export type KeptStatus = MembershipStatus;

/** The mark that was kept; null: there was none. */
export function markKept(kept: KeptMark): MarkView | null {
  if (kept.state === 'accepted') return null;
  const bySide = kept.markedBySide;
  return kept.state === 'completed'
    ? { bySide, outcome: { kind: 'completed', minutes: kept.minutes } }
    : { bySide, outcome: { kind: 'no-show', of: kept.of } };
}
