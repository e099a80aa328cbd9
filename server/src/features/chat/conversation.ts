/** The unordered pair of two people, in the order the store keeps. @see C1 */
export const pairOf = (one: string, other: string): { low_id: string; high_id: string } =>
  one < other ? { low_id: one, high_id: other } : { low_id: other, high_id: one };
