/** A stream of choices that a seed settles for good: the same seed draws the same face. */
export function chances(seed: string): <T>(choices: readonly [T, ...T[]]) => T {
  let state = 2166136261;
  const stir = (value: number) => {
    state = Math.imul(state ^ value, 16777619);
    state ^= state >>> 13;
  };
  for (const letter of seed) stir(letter.codePointAt(0) ?? 0);
  return (choices) => {
    stir(choices.length + 0x9e37);
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0;
    return choices[mixed % choices.length] ?? choices[0];
  };
}
