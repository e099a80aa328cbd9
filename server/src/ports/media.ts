import type { MediaControl, Preparation, Prepared } from '@confab/shared';

/** What an order says. */
export type OrderFor<Name extends 'open' | 'extend' | 'close' | 'evict'> = Parameters<
  MediaControl[Name]
>[0];

/**
 * The media nodes as the features see them. A node is named by where clients open `/media`; the
 * empty name is the application's own origin. Orders are done once a node can be reached.
 */
export interface Media {
  /**
   * Where a room belongs: where it has its place `now`, unless that node is gone or drained.
   * @returns null: ask again in a moment
   */
  place(roomId: string, now: string | null): string | null;
  /** For what needs no room. @returns null: no node is ready */
  leastBusy(): string | null;
  open(node: string, room: OrderFor<'open'>): Promise<void>;
  /** Makes ready for whoever is about to come with a grant; null: not now. */
  prepare(node: string, order: Preparation): Promise<Prepared | null>;
  extend(room: OrderFor<'extend'>): Promise<void>;
  close(room: OrderFor<'close'>): Promise<void>;
  evict(seat: OrderFor<'evict'>): Promise<void>;
}

/** Who may sit in a room. */
export interface Seat {
  /** Names this one admission: the grant's `jti`. */
  grantId: string;
  roomId: string;
  epoch: number;
  personId: string;
  /** Which of the person's sign-ins asked: a mark, not its id. */
  session: string;
  name: string;
  role: 'mentor' | 'mentee';
}

/** Signs single-use admissions that live at most a minute. */
export interface GrantSigner {
  room(seat: Seat): Promise<string>;
  probe(personId: string): Promise<string>;
}
