/** Each number once, ascending. */
export const inOrder = (numbers: number[]): number[] =>
  [...new Set(numbers)].toSorted((a, b) => a - b);
