import * as v from 'valibot';
import { call, type InputOf, type ValueOf, type WireOf } from '../protocol/call.ts';
import { id } from '../protocol/fields.ts';
import type { MediaAnswer } from './refusal.ts';
import type { RoomView } from './room-view.ts';
import { rtpCapabilities, rtpParameters } from './rtp.ts';
import { mediaSources } from './source.ts';
import {
  dataStream,
  dtlsParameters,
  type DataStreamView,
  type IceView,
  type TransportPair,
} from './transport.ts';

const source = v.picklist(mediaSources);

const pixels = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(16384));
const upTo = <const Item extends v.GenericSchema>(most: number, item: Item) =>
  v.pipe(v.array(item), v.maxLength(most));

/**
 * What a client asks of the media node. One socket event, `call(name, input, answer)`; each input
 * is checked here, each is answered with a {@link MediaAnswer}, in the order sent.
 *
 * A room grant admits to: `prepare`? `join` (`connect-transport` | `restart-ice` | `produce` |
 * `pause` | `stop` | `ready` | `view` | `join`)* `leave`?. A probe grant admits to: `probe`
 * `connect-transport`* `echo`.
 */
export const mediaCalls = {
  /** Makes the transports before joining. No seat is taken, nobody is told. */
  prepare: call(v.strictObject({}))<TransportPair>(),
  /**
   * Takes the seat, or comes back to it. With the `seatId` of a seat that still stands the caller
   * returns to that seat; without, a seat that the person holds elsewhere is taken over.
   * `media: 'kept'` says that the caller's transports live and should stay in use if the node has
   * them too; with `'fresh'` all media starts anew. Whoever has a seat in another room is refused,
   * `seated-elsewhere`, unless `leaveOther` says that they give that one up. @see W5
   * May come along as `auth.join` of the connection, and is answered with `joined` then.
   */
  join: call(
    v.strictObject({
      rtpCapabilities,
      seatId: v.nullable(id),
      media: v.picklist(['fresh', 'kept']),
      leaveOther: v.optional(v.boolean(), false),
    }),
  )<RoomView>(),
  /** Once per transport, with the caller's end of DTLS. A repeat is `out-of-order`. */
  'connect-transport': call(v.strictObject({ transportId: id, dtlsParameters }))<null>(),
  /** New ICE credentials for a transport whose path broke. */
  'restart-ice': call(v.strictObject({ transportId: id }))<IceView>(),
  /** Starts sending. One of each source; a second is `out-of-order`. */
  produce: call(v.strictObject({ source, rtpParameters, paused: v.boolean() }))<{
    producerId: string;
  }>(),
  /** Pauses or resumes what the caller sends; the others are told. */
  pause: call(v.strictObject({ source, paused: v.boolean() }))<null>(),
  /** Ends what the caller sends. */
  stop: call(v.strictObject({ source }))<null>(),
  /** The caller can play these: let them flow. Unknown ids are ignored, they may just have ended. */
  ready: call(v.strictObject({ consumerIds: upTo(64, id) }))<null>(),
  /** At what size each picture is shown, in device pixels; 0 × 0 is not shown and costs nothing. */
  view: call(
    v.strictObject({
      pictures: upTo(64, v.strictObject({ consumerId: id, width: pixels, height: pixels })),
    }),
  )<null>(),
  /** Gives the seat up. */
  leave: call(v.strictObject({}))<null>(),
  /** The network test: transports whose messages come back. */
  probe: call(v.strictObject({}))<TransportPair>(),
  /** Sends every message of this stream back. */
  echo: call(v.strictObject({ stream: dataStream }))<{
    producerId: string;
    consumerId: string;
    stream: DataStreamView;
  }>(),
};

export type MediaCalls = typeof mediaCalls;
export type MediaCallName = keyof MediaCalls;
export type MediaInput<Name extends MediaCallName> = InputOf<MediaCalls[Name]>;
export type MediaWire<Name extends MediaCallName> = WireOf<MediaCalls[Name]>;
export type MediaValue<Name extends MediaCallName> = ValueOf<MediaCalls[Name]>;

/** The one event of the `/media` namespace from client to node. */
export interface ClientToNode {
  call: (name: string, input: unknown, answer: (answer: MediaAnswer<unknown>) => void) => void;
}
