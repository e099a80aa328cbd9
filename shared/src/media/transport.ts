import * as v from 'valibot';

const short = v.pipe(v.string(), v.maxLength(256));

/** One end of DTLS. */
export const dtlsParameters = v.strictObject({
  role: v.exactOptional(v.picklist(['auto', 'client', 'server'])),
  fingerprints: v.pipe(
    v.array(
      v.strictObject({
        algorithm: v.picklist(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: short,
      }),
    ),
    v.minLength(1),
    v.maxLength(8),
  ),
});
export type DtlsView = v.InferOutput<typeof dtlsParameters>;

/** How one message stream of the network test is numbered and how reliable it is. */
export const dataStream = v.object({
  streamId: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1023)),
  ordered: v.exactOptional(v.boolean()),
  maxRetransmits: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});
export type DataStreamView = v.InferOutput<typeof dataStream>;

const ice = v.object({
  usernameFragment: short,
  password: short,
  iceLite: v.exactOptional(v.boolean()),
});
export type IceView = v.InferOutput<typeof ice>;

/** One address of the node; people's own addresses are told to nobody. */
const candidate = v.object({
  foundation: short,
  priority: v.number(),
  address: short,
  ip: short,
  protocol: v.picklist(['udp', 'tcp']),
  port: v.number(),
  type: v.literal('host'),
  tcpType: v.exactOptional(v.literal('passive')),
});
export type CandidateView = v.InferOutput<typeof candidate>;

/** The node's end of one transport, as the client's library takes it. */
const transport = v.object({
  id: short,
  iceParameters: ice,
  iceCandidates: v.array(candidate),
  dtlsParameters,
  sctpParameters: v.exactOptional(
    v.object({
      port: v.number(),
      maxSendMessageSize: v.number(),
      maxReceiveMessageSize: v.number(),
    }),
  ),
});
export type TransportView = v.InferOutput<typeof transport>;

/** One transport for what the client sends, one for what it receives. */
export const transportPair = v.object({ send: transport, receive: transport });
export type TransportPair = v.InferOutput<typeof transportPair>;
