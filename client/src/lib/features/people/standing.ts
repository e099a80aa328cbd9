import type { GateState } from '@confab/shared';
import type { Availability } from '@confab/shared/protocol';

/** What is known of the viewer and a mentor, in one program. */
export interface Between {
  self: boolean;
  /** The viewer is a mentee of this program. @see P2 */
  mentee: boolean;
  availability: Availability;
  /** They have a conversation. */
  conversation: boolean;
  /** They have or had a booking. */
  booking: boolean;
  /** The viewer may write now. @see C1 P3 */
  canWrite: boolean;
  gate: GateState;
}

/**
 * What of Request Session is shown: `on`; `hinted`, on, but a message first would be kind; or off,
 * and why. Null: it is not for this viewer. @see G1 G2 P2 P3
 */
export type Asking = 'on' | 'hinted' | 'gate' | 'busy' | 'away' | null;

export function asking(between: Between): Asking {
  if (between.self || !between.mentee) return null;
  if (between.availability === 'away') return 'away';
  if (between.availability === 'busy' && !between.conversation && !between.booking) return 'busy';
  if (between.gate === 'passed') return 'on';
  return between.gate === 'required' ? 'gate' : 'hinted';
}

/** Is there a conversation to go to, or one to begin? */
export const writing = ({ self, conversation, canWrite }: Between): boolean =>
  !self && (conversation || canWrite);

/** Which button is the page's first: Message until the gate is passed. */
export const firstButton = (between: Between): 'message' | 'request' | null => {
  if (asking(between) === 'on') return 'request';
  return writing(between) ? 'message' : null;
};
