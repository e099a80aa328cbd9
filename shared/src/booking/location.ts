/** Where a session takes place. `other` is a kind that the program lists by name. @see B1 */
export type Location =
  | { kind: 'online' }
  | { kind: 'in-person'; place: string }
  | { kind: 'other'; name: string; place: string };
