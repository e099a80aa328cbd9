import { differing, type TypedSetting, type TypedSettings } from './typed-settings.ts';

/** What is typed once the settings below it are others. */
export interface CarriedOver {
  typed: TypedSettings;
  /** Changed there, and otherwise here; null where nothing here met a change there. */
  both: TypedSetting[] | null;
}

/**
 * What was not touched follows the new settings; what was stays as it is typed.
 *
 * @param before the settings below it until now
 */
export function carriedOver(
  typed: TypedSettings,
  before: TypedSettings,
  now: TypedSettings,
): CarriedOver {
  const mine = differing(before, typed);
  const theirs = differing(before, now);
  const over = { ...now, ...Object.fromEntries(mine.map((key) => [key, typed[key]])) };
  if (mine.length === 0 || theirs.length === 0) return { typed: over, both: null };
  return { typed: over, both: differing(now, over).filter((key) => theirs.includes(key)) };
}
