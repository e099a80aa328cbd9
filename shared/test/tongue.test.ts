import { expect, test } from 'vitest';
import { germanCities, isTongue, isZone, tongueOf, tongues } from '../src/index.ts';

test('N4: the dearest language that Confab speaks counts, whatever its region', () => {
  expect(tongueOf(['de-AT', 'en'])).toBe('de');
  expect(tongueOf(['fi', 'sv-FI', 'DE', 'en-GB'])).toBe('de');
  expect(tongueOf(['en-US', 'de'])).toBe('en');
  expect(tongueOf([' de ', 'en'])).toBe('de');
});

test('N4: whoever reads neither is spoken to in English', () => {
  expect(tongueOf([])).toBe('en');
  expect(tongueOf(['fi', 'et', '*', '', 'deutsch'])).toBe('en');
});

test('N4: what is no language of Confab’s is told apart', () => {
  expect(tongues.every(isTongue)).toBe(true);
  for (const other of ['fr', 'EN', 'en-GB', '', null, 1]) expect(isTongue(other)).toBe(false);
});

test('N4: German names are given to zones that there are', () => {
  expect(Object.keys(germanCities).filter((zone) => !isZone(zone))).toEqual([]);
});

test('N4: a German name is a name, and another than the zone’s', () => {
  const ofZone = (zone: string) => zone.replace(/.*\//, '').replaceAll('_', ' ');
  const isNone = ([zone, name]: [string, string]) =>
    !/^\p{Lu}/u.test(name) || name === ofZone(zone);
  expect(Object.entries(germanCities).filter(isNone)).toEqual([]);
  expect(germanCities).toMatchObject({ 'Europe/Vienna': 'Wien', 'America/Mexico_City': 'Mexiko-Stadt' }); // prettier-ignore
});
