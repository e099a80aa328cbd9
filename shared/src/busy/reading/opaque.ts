import type ICAL from 'ical.js';

/** How Confab names its own sessions in the calendars it writes. @see N3 */
const own = /^[0-9a-f-]{36}@confab$/i;

/**
 * Does an event make its time busy? Not where it says that it leaves it free or that it is called
 * off, nor where it is one of Confab's own sessions: those are held here already, or no more.
 */
export function isOpaque(event: ICAL.Component): boolean {
  const says = (name: string) => String(event.getFirstPropertyValue(name)).toUpperCase();
  return (
    says('transp') !== 'TRANSPARENT' &&
    says('status') !== 'CANCELLED' &&
    !own.test(String(event.getFirstPropertyValue('uid')))
  );
}
