/** Widths of the three simulcast layers of a camera, as the client sends them. */
const widths = [320, 640] as const;

/** A layer may be shown this much larger than it is before the next one is worth its bandwidth. */
const stretch = 1.25;

/**
 * The simulcast layer for a picture of this size on screen, 0 (smallest) to 2. Pictures fill their
 * frame, so the larger of both measures in 16:9 decides.
 * @param width device pixels
 * @param height device pixels
 */
export function layerFor(width: number, height: number): 0 | 1 | 2 {
  const needed = Math.max(width, (height * 16) / 9);
  if (needed <= widths[0] * stretch) return 0;
  return needed <= widths[1] * stretch ? 1 : 2;
}
