import { defaultResponseClock } from '../booking/response-clock.ts';
import { defaultRoomMargins } from '../booking/room.ts';
import type { ProgramSettings } from './settings.ts';

/** What holds in a program that has decided nothing for itself. */
export const defaultSettings: ProgramSettings = {
  messageGate: 'required',
  minimumNotice: 0,
  bookingHorizon: 180,
  durations: [30, 45, 60, 90, 120],
  otherLocations: [],
  clock: defaultResponseClock,
  margins: defaultRoomMargins,
  roomExtension: false,
  mentorReviews: 'shown',
};
