import * as v from 'valibot';
import { count, id } from '../protocol/fields.ts';
import { fromText, toText } from '../time/index.ts';
import {
  roomEnds,
  seatingAnswers,
  type Attendance,
  type NodeStatus,
  type OrderOutcome,
  type Seating,
  type SeatingAnswer,
} from './control.ts';
import { preparation, prepared, type Prepared } from './prepared.ts';

/**
 * The control channel between server and media node: a socket.io connection that the server opens,
 * on a path that no proxy has to pass on. What they say:
 *
 * 1. The server connects with {@link ControlGreeting}. A node that speaks another protocol refuses.
 * 2. The node asks (`challenge`) for the proof of the control key, giving its own. See
 *    control-proof.ts. Nobody is told anything else before that.
 * 3. The server says the time and its addresses (`greet`), then orders; each is answered.
 * 4. The node tells its status and attendance; the latter again and again until acknowledged. It
 *    asks before it gives somebody a seat, and does not wait long.
 */
export const controlPath = '/control';

/** Rises with every change that an older end would misunderstand. */
export const controlProtocol = 2;

/** With which the server connects. */
export const controlGreeting = v.object({
  protocol: count,
  nonce: v.pipe(v.string(), v.minLength(32), v.maxLength(64)),
});
export type ControlGreeting = v.InferOutput<typeof controlGreeting>;

/** Why a node refuses the connection; in the `data` of the `connect_error`. */
export type ControlRefusal = { code: 'malformed' } | { code: 'other-protocol'; speaks: number };

const instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => {
    try {
      return fromText(text) !== null;
    } catch {
      return false;
    }
  }),
  v.transform(fromText),
);
const room = { roomId: id, epoch: count };

/** Every order with its input, as it is checked at the node. */
export const controlOrders = {
  /** Comes first: the server's time, and the addresses of its pages, which alone may connect. */
  greet: v.strictObject({ now: instant, origins: v.array(v.pipe(v.string(), v.maxLength(300))) }),
  /** The server's time again: clocks drift, and are set. */
  clock: v.strictObject({ now: instant }),
  open: v.strictObject({ ...room, closesAt: instant }),
  extend: v.strictObject({ ...room, closesAt: instant }),
  close: v.strictObject({ ...room, reason: v.picklist(roomEnds) }),
  release: v.strictObject(room),
  evict: v.strictObject({
    ...room,
    personId: id,
    session: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  }),
  'move-on': v.strictObject({ personId: id, roomId: id }),
  drain: v.strictObject({}),
  /** Answered with what was made, or `malformed`. */
  prepare: preparation,
};
export type ControlOrder = keyof typeof controlOrders;
export type OrderInput<Name extends ControlOrder> = v.InferOutput<(typeof controlOrders)[Name]>;
export type OrderWire<Name extends ControlOrder> = v.InferInput<(typeof controlOrders)[Name]>;

/** The answer to an order; `malformed` means that one of the two has a fault. */
export const orderAnswer = v.picklist(['done', 'outdated', 'draining', 'malformed']);
export type OrderAnswer = Exclude<OrderOutcome, 'unreachable'> | 'malformed';

/** The answer to `prepare`; null: not now. */
export const prepareAnswer = v.nullable(prepared);

const attendance = v.object({
  id,
  roomId: id,
  personId: id,
  kind: v.picklist(['joined', 'left']),
  at: instant,
});

const status = v.object({
  at: instant,
  well: v.boolean(),
  load: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  draining: v.boolean(),
  attendanceWaiting: count,
  rooms: v.array(v.object({ ...room, personIds: v.array(id) })),
});

const seating = v.object({ roomId: id, personId: id, leaveOther: v.boolean() });

/** What the node says, as it is checked at the server. */
export const fromNode = { attendance, status, seating };

/** What the server answers to `seating`. */
export const seatingAnswer = v.picklist(seatingAnswers);

export type AttendanceWire = v.InferInput<typeof attendance>;
export type StatusWire = v.InferInput<typeof status>;

export interface ServerToNode {
  order: (
    name: string,
    input: unknown,
    answer: (answer: OrderAnswer | Prepared | null) => void,
  ) => void;
}

export interface NodeToServer {
  /** The node's nonce and its proof; answered with the server's proof, empty when it has none. */
  challenge: (nonce: string, proof: string, answer: (proof: string) => void) => void;
  /** The server's proof was right: the node takes orders from now on. */
  trusted: () => void;
  /** The server's proof was wrong: its key is another one. */
  'wrong-key': () => void;
  status: (status: StatusWire) => void;
  seating: (seating: Seating, answer: (answer: SeatingAnswer) => void) => void;
  /** Answered with whether it is on disk. */
  attendance: (event: AttendanceWire, answer: (kept: boolean) => void) => void;
}

export const attendanceToWire = (event: Attendance): AttendanceWire => ({
  ...event,
  at: toText(event.at),
});

export const statusToWire = ({ at, rooms, ...rest }: NodeStatus): StatusWire => ({
  ...rest,
  at: toText(at),
  rooms: rooms.map(({ personIds, ...standing }) => ({ ...standing, personIds: [...personIds] })),
});
