import type { ResponseClock } from '../booking/response-clock.ts';
import type { RoomMargins } from '../booking/room.ts';

/** What a program decides for itself; every field has its default in {@link defaultSettings}. */
export interface ProgramSettings {
  /** @see G1 */
  messageGate: 'required' | 'recommended';
  /** Minutes between asking and the start, at least. @see B2 */
  minimumNotice: number;
  /** Days ahead within which a start may lie. @see B2 */
  bookingHorizon: number;
  /** Allowed durations in minutes, ascending. @see B2 */
  durations: number[];
  /** Names of further kinds of location. @see B1 */
  otherLocations: string[];
  /** @see D1 */
  clock: ResponseClock;
  /** @see W1 */
  margins: RoomMargins;
  /** May the mentor extend an open room once, by 15 minutes. @see W3 */
  roomExtension: boolean;
  /** Are mentees' reviews shown on the mentor's profile. @see F6 */
  mentorReviews: 'shown' | 'hidden';
}
