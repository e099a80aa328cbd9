import type { MediaControl } from '@confab/shared';

/** The media node as the application sees it: orders to it, and admissions for people. */
export interface Media extends MediaControl {
  /** Where clients open `/media`; empty: the application's own origin. */
  readonly url: string;
}

/** Who may sit in a room. */
export interface Seat {
  roomId: string;
  epoch: number;
  personId: string;
  name: string;
  role: 'mentor' | 'mentee';
}

/** Signs single-use admissions that live at most a minute. */
export interface GrantSigner {
  room(seat: Seat): Promise<string>;
  probe(personId: string): Promise<string>;
}
