/**
 * A new command's id: a UUID of version 7, which begins with the time. It orders nothing; but what
 * came together lies together where it is kept, so that less is written for each.
 * @param at milliseconds since 1970
 * @see B5
 */
export function newCommandId(at: number): string {
  const time = at.toString(16).padStart(12, '0');
  // All that follows the version is by chance, as in a UUID of version 4.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
