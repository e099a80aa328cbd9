/**
 * Why the media node refuses. Stable codes; the page turns them into sentences.
 * A refused connection carries `{ code }` in the `data` of its `connect_error`.
 */
export const mediaRefusals = [
  /** No grant, or one not signed by this installation for its media nodes. */
  'grant-forged',
  'grant-expired',
  /** Each grant admits once; get a new one. */
  'grant-used',
  /** Signed before the room changed or somebody was put out; get a new one. */
  'grant-stale',
  /** The room is not open at this node. @see W1 */
  'room-closed',
  'room-full',
  /** Another tab or device of the same person holds the seat now. @see W5 */
  'taken-over',
  /** The person has a seat in another room: ask them, then join with `leaveOther`. @see W5 */
  'seated-elsewhere',
  /** This seat was left for one in another room. @see W5 */
  'moved-on',
  /** Not what the call takes. The connection stays. */
  'malformed',
  'unknown-call',
  /** Names something that does not exist or is not the caller's. */
  'not-found',
  /** Comes before what it needs (`join` before `produce`), or a second time. */
  'out-of-order',
  /** The caller's browser and the node share no codec for it. */
  'not-playable',
  'too-many',
  /** The node or its worker is starting, stopping or being replaced; try again. */
  'unavailable',
] as const;

export type MediaRefusal = (typeof mediaRefusals)[number];

/** The answer to every call to the media node. */
export type MediaAnswer<Value> = { ok: true; value: Value } | { ok: false; code: MediaRefusal };
