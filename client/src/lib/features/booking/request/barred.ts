import { gateState, type ProgramSettings } from '@confab/shared';
import type { Availability, Role } from '@confab/shared/protocol';

/** Why no request can be made at all; null: it can. The server decides again. @see P2 P3 G2 */
export type Barred = 'self' | 'mentor' | 'outsider' | 'away' | 'busy' | 'gate';

/** What is known here of the two. */
export interface Standing {
  isSelf: boolean;
  /** The viewer's role in the program; null without an active membership. */
  role: Role | null;
  availability: Availability;
  /** They have a conversation or a booking. */
  acquainted: boolean;
  gatePassed: boolean;
  settings: ProgramSettings;
}

export function barredFrom(standing: Standing): Barred | null {
  if (standing.isSelf) return 'self';
  if (standing.role === 'mentor') return 'mentor';
  if (standing.role !== 'mentee') return 'outsider';
  if (standing.availability === 'away') return 'away';
  if (standing.availability === 'busy' && !standing.acquainted) return 'busy';
  return gateState(standing.settings, standing.gatePassed) === 'required' ? 'gate' : null;
}
