import * as v from 'valibot';
import { count, id } from '../protocol/fields.ts';
import { rtpCapabilities } from './rtp.ts';
import { dtlsParameters, transportPair } from './transport.ts';

/** A node is asked to make ready for whoever comes with a grant: the transports, and no more. */
export const preparation = v.strictObject({
  roomId: id,
  epoch: count,
  /** The grant's `jti`: the connection that it admits finds what was made. */
  grantId: v.pipe(v.string(), v.minLength(16), v.maxLength(64)),
  personId: id,
  /** The client's end, so that its path opens without another word. */
  dtlsParameters,
});
export type Preparation = v.InferOutput<typeof preparation>;

/** With this a client finds its path before its connection to the node stands. */
export const prepared = v.object({ rtpCapabilities, transports: transportPair });
export type Prepared = v.InferOutput<typeof prepared>;
