import { addMinutes, isBefore, type Instant } from '../../time/index.ts';
import type { ProgramSettings } from '../../program/settings.ts';
import type { Booking, Side } from '../booking.ts';
import { hasRoom, windowOf } from '../room-state.ts';
import { happened, refuse, type May, type Verdict } from '../verdict.ts';
import type { Context } from './context.ts';

/** Minutes of the one extension. @see W3 */
export const extensionMinutes = 15;

/** What of a program's settings says whether rooms may be extended. */
export type ExtensionSetting = Pick<ProgramSettings, 'roomExtension'>;

/** May a side extend the room? The mentor, once, while it is open, where the program lets them. @see W3 */
export function mayExtendRoom(
  booking: Booking,
  side: Side,
  now: Instant,
  { roomExtension }: ExtensionSetting,
): May {
  if (side !== 'mentor') return refuse({ code: 'not-your-part' });
  if (!hasRoom(booking)) return refuse({ code: 'wrong-state', state: booking.state });
  if (booking.extension > 0) return refuse({ code: 'no-extension' });
  const { opensAt, closesAt } = windowOf(booking);
  if (isBefore(now, opensAt)) return refuse({ code: 'too-early', untilAt: opensAt });
  if (!isBefore(now, closesAt)) return refuse({ code: 'too-late', sinceAt: closesAt });
  if (!roomExtension) return refuse({ code: 'no-extension' });
  return { ok: true, until: closesAt };
}

/** The room closes later, but never past the next start of either side. @see W3 */
export function extendRoom(booking: Booking, { side, now, facts }: Context): Verdict {
  const { settings, nextStartsAt } = facts;
  const may = mayExtendRoom(booking, side, now, settings);
  if (!may.ok) return may;
  const closesAt = addMinutes(windowOf(booking).closesAt, extensionMinutes);
  const inTheWay = nextStartsAt !== null && isBefore(nextStartsAt, closesAt);
  if (inTheWay) return refuse({ code: 'no-extension' });
  return happened({ type: 'room-extended', at: now, bySide: side, minutes: extensionMinutes });
}
