const minute = 60_000;

/**
 * Which of the two notices before the closing stands: the ten minutes' or the two minutes'. By the
 * server's clock, so that a device that slept through the moment is told late, not never. @see W3
 *
 * @param left milliseconds until the room closes
 */
export function closingStage(left: number): 10 | 2 | null {
  if (left <= 0 || left > 10 * minute) return null;
  return left > 2 * minute ? 10 : 2;
}
