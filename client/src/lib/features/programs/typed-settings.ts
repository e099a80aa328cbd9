import type { ProgramSettings } from '@confab/shared';
import { inOrder } from './in-order.ts';

/** Units in which a notice is said, in minutes. */
export const unitMinutes = { minutes: 1, hours: 60, days: 1440 } as const;
export type Unit = keyof typeof unitMinutes;

/** A program's settings as somebody types them, side by side. */
export interface TypedSettings {
  gate: ProgramSettings['messageGate'];
  notice: { amount: string; unit: Unit };
  horizon: string;
  durations: number[];
  places: string[];
  hours: string;
  opens: string;
  closes: string;
  closedDays: number[];
  before: string;
  after: string;
  extension: boolean;
  reviews: ProgramSettings['mentorReviews'];
}

export type TypedSetting = keyof TypedSettings;

/** Settings as they stand in their sentences. */
export function typedFrom({ clock, margins, ...rest }: ProgramSettings): TypedSettings {
  const unit = unitOf(rest.minimumNotice);
  return {
    gate: rest.messageGate,
    notice: { amount: String(rest.minimumNotice / unitMinutes[unit]), unit },
    horizon: String(rest.bookingHorizon),
    durations: [...rest.durations],
    places: [...rest.otherLocations],
    hours: String(clock.hours),
    opens: clock.opens,
    closes: clock.closes,
    closedDays: inOrder(clock.closedDays),
    before: String(margins.before),
    after: String(margins.after),
    extension: rest.roomExtension,
    reviews: rest.mentorReviews,
  };
}

/** What is typed, whether it makes sense or not: that is for `checkSettings` to say. */
export const settingsFrom = (typed: TypedSettings): ProgramSettings => ({
  messageGate: typed.gate,
  minimumNotice: numberIn(typed.notice.amount) * unitMinutes[typed.notice.unit],
  bookingHorizon: numberIn(typed.horizon),
  durations: [...typed.durations],
  otherLocations: [...typed.places],
  clock: {
    hours: numberIn(typed.hours),
    opens: typed.opens,
    closes: typed.closes,
    closedDays: inOrder(typed.closedDays),
  },
  margins: { before: numberIn(typed.before), after: numberIn(typed.after) },
  roomExtension: typed.extension,
  mentorReviews: typed.reviews,
});

/** The settings that differ between two. */
export const differing = (a: TypedSettings, b: TypedSettings): TypedSetting[] =>
  (Object.keys(a) as TypedSetting[]).filter(
    (key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]),
  );

/** The greatest unit in which a notice is a whole number. */
function unitOf(minutes: number): Unit {
  if (minutes % 60 !== 0) return 'minutes';
  return minutes === 0 || minutes % 1440 !== 0 ? 'hours' : 'days';
}

/** A number with a point or a comma; NaN for anything else. */
function numberIn(text: string): number {
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
}
