import { m } from '#lib/paraglide/messages.js';
import { presentName } from './present-name.ts';
import { locale } from '../tongue.ts';
import { city } from './words.ts';

/** Every zone of this browser, and `chosen`, as choices by city. */
export function zoneChoices(chosen: string): { value: string; label: string }[] {
  const zones = new Set(Intl.supportedValuesOf('timeZone').map(presentName));
  zones.add('UTC').add(chosen);
  return [...zones]
    .map((value) => ({ value, label: zoneLabel(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

function zoneLabel(zone: string): string {
  const region = zone.split('/').at(0) ?? zone;
  return region === zone ? zone : m.time_zone({ city: city(zone), region });
}
