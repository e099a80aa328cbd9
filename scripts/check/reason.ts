import { stripVTControlCharacters } from 'node:util';
import { checkout } from '../setup/checkout.mjs';

/** Lines that say why one thing failed. */
const most = 8;

/** Characters of one of them: a case that fails may be as long as a life. */
const widest = 300;

/** Why it failed, by what was thrown: the first lines of it, and where in our own files. */
export function reason(thrown: readonly string[]): string[] {
  const [first = [], ...others] = thrown.map(oneReason);
  return [...first, ...others.flat()].slice(0, most);
}

/** As much of it as is read at one look. */
export const narrowed = (line: string): string =>
  line.length > widest ? `${line.slice(0, widest - 1)}…` : line;

function oneReason(thrown: string): string[] {
  const lines = stripVTControlCharacters(thrown).split('\n');
  const [said = '', ...more] = lines.filter((line) => line.trim() !== '' && !isAside.test(line));
  const ours = lines.flatMap((line) => placeIn(line) ?? []);
  // Where it was thrown, and where in the test that was.
  const places = [...new Set([ours[0], ours.at(-1)])].filter((place) => place !== undefined);
  const at = places.map((place) => `at ${place}`);
  return [said, ...at, ...more].slice(0, most).map(narrowed);
}

/** A line of the stack, of the code around the place, or how a property could say more. */
const isAside = /^\s+at \S|^\s*>?\s*\d* \||^Hint: /;

/** The place that a line of a stack names, if it is in a file of ours. */
function placeIn(line: string): string | null {
  const [, path] = /^\s+at .*?((?:file:\/\/)?\/[^()]*:\d+:\d+)\)?$/.exec(line) ?? [];
  const place = path?.replace('file://', '');
  const isOurs = place?.startsWith(`${checkout}/`) && !place.includes('/node_modules/');
  return isOurs ? (place?.slice(checkout.length + 1) ?? null) : null;
}
