import type { RtpParametersView } from './rtp.ts';
import type { MediaSource } from './source.ts';
import type { TransportPair } from './transport.ts';

/** Someone else in the room. */
export interface PersonInRoom {
  personId: string;
  name: string;
  role: 'mentor' | 'mentee';
}

/** Something that another person sends, as this client plays it. Say `ready`: it may wait for it. */
export interface ConsumerView {
  consumerId: string;
  producerId: string;
  personId: string;
  source: MediaSource;
  rtpParameters: RtpParametersView;
  /** The sender has paused it: muted, or the camera is off. */
  paused: boolean;
}

/** The room as the one who joins finds it. */
export interface RoomView {
  /** Proof of this seat, for coming back to it. Told to nobody else. */
  seatId: string;
  /** Null when the transports that the caller has stay in use. */
  transports: TransportPair | null;
  /** ISO text by the node's clock, with its present time. @see W1 */
  closesAt: string;
  now: string;
  people: PersonInRoom[];
  /** Everything to play; what is not listed has ended. Some of it waits for `ready`. */
  consumers: ConsumerView[];
  /** What the node still receives from the caller; anything else is to be produced again. */
  sending: MediaSource[];
}
