import * as v from 'valibot';

const short = v.pipe(v.string(), v.maxLength(256));

/** The caller's end of DTLS. */
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

export interface IceView {
  usernameFragment: string;
  password: string;
  iceLite?: boolean;
}

/** One address of the node; people's own addresses are told to nobody. */
export interface CandidateView {
  foundation: string;
  priority: number;
  address: string;
  ip: string;
  protocol: 'udp' | 'tcp';
  port: number;
  type: 'host';
  tcpType?: 'passive';
}

/** The node's end of one transport, as the client's library takes it. */
export interface TransportView {
  id: string;
  iceParameters: IceView;
  iceCandidates: CandidateView[];
  dtlsParameters: DtlsView;
  sctpParameters?: { port: number; maxSendMessageSize: number; maxReceiveMessageSize: number };
}

/** One transport for what the client sends, one for what it receives. */
export interface TransportPair {
  send: TransportView;
  receive: TransportView;
}
