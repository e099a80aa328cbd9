import type { RefusalCode } from '@confab/shared/protocol';

/** What says that the store is not well, which it is here. */
type Unwell = 'unavailable' | 'damaged';

/** Every other code that a call may be refused with. */
const known: Record<Exclude<RefusalCode, Unwell>, true> = {
  malformed: true,
  'unknown-call': true,
  'not-found': true,
  forbidden: true,
  'signed-out': true,
  'old-version': true,
  'too-many': true,
  'command-id-used': true,
  'conversation-closed': true,
  invitation: true,
  'bad-zone': true,
  hours: true,
  'room-closed': true,
  settings: true,
  'stale-settings': true,
  'not-your-part': true,
  self: true,
  'not-a-mentee': true,
  'not-a-mentor': true,
  'mentor-busy': true,
  'mentor-away': true,
  gate: true,
  'bad-time': true,
  'time-gap': true,
  'time-fold': true,
  'in-the-past': true,
  notice: true,
  horizon: true,
  duration: true,
  location: true,
  busy: true,
  'overlapping-request': true,
  'wrong-state': true,
  'not-your-turn': true,
  'stale-offer': true,
  'no-change': true,
  'too-late': true,
  'too-early': true,
  'actual-minutes': true,
  'no-extension': true,
  contested: true,
  settled: true,
  reason: true,
  'own-case': true,
};

export const stableCodes: ReadonlySet<string> = new Set(Object.keys(known));
