import { m } from '#lib/paraglide/messages.js';

/** The first that fits counts: most browsers also call themselves by others' names. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['CriOS', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** What a person would call this device: “Firefox on Linux”. */
export function deviceWords(agent: string = navigator.userAgent): string {
  const named = (names: readonly (readonly [string, string])[]) =>
    names.find(([part]) => agent.includes(part))?.[1];
  const [browser, system] = [named(browsers), named(systems)];
  return browser && system ? m.push_browser_on({ browser, system }) : m.push_browser();
}
