import type { MediaControl } from '@confab/shared';

/** The media node as the features see it: what they order is done once the node can be reached. */
export interface Media {
  /** Where clients open `/media`; empty: the application's own origin. */
  readonly url: string;
  open(room: Parameters<MediaControl['open']>[0]): Promise<void>;
  close(room: Parameters<MediaControl['close']>[0]): Promise<void>;
  evict(seat: Parameters<MediaControl['evict']>[0]): Promise<void>;
}

/** Who may sit in a room. */
export interface Seat {
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
