import type { types } from 'mediasoup';
import type { types as client } from 'mediasoup-client';
import { Peer, type Answering } from './requests.ts';

export interface GuestParts {
  router: types.Router;
  server: types.WebRtcServer;
  send: (text: string) => void;
  /** Everyone in the room, this one included. */
  others: () => Iterable<Guest>;
}

/** Somebody in the bare room. */
export class Guest {
  readonly #parts: GuestParts;
  readonly #peer: Peer;
  readonly #transports = new Map<string, types.WebRtcTransport>();
  readonly producers: types.Producer[] = [];
  #rtpCapabilities: types.RtpCapabilities | null = null;
  #receiving: types.WebRtcTransport | undefined;

  constructor(parts: GuestParts) {
    this.#parts = parts;
    this.#peer = new Peer(parts.send, this.#answering);
  }

  hear(text: string): Promise<void> {
    return this.#peer.hear(text);
  }

  /** Sends them what somebody else sends. */
  async consume(producer: types.Producer): Promise<void> {
    const rtpCapabilities = this.#rtpCapabilities;
    if (!rtpCapabilities || !this.#receiving) return;
    const consumer = await this.#receiving.consume({
      producerId: producer.id,
      rtpCapabilities,
      paused: true,
    });
    const { id, kind, rtpParameters } = consumer;
    const options = { id, kind, rtpParameters, producerId: producer.id };
    await this.#peer.ask('newConsumer', options as client.ConsumerOptions);
    await consumer.resume();
  }

  leave(): void {
    for (const transport of this.#transports.values()) transport.close();
  }

  get #others(): Guest[] {
    return [...this.#parts.others()].filter((guest) => guest !== this);
  }

  get #answering(): Answering {
    return {
      getRouterRtpCapabilities: async () =>
        this.#parts.router.rtpCapabilities as client.RtpCapabilities,
      createWebRtcTransport: async () => {
        const transport = await this.#parts.router.createWebRtcTransport({
          webRtcServer: this.#parts.server,
          initialAvailableOutgoingBitrate: 1_000_000,
        });
        this.#transports.set(transport.id, transport);
        const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
        return { id, iceParameters, iceCandidates, dtlsParameters };
      },
      connectWebRtcTransport: async ({ transportId, dtlsParameters }) => {
        await this.#transports.get(transportId)?.connect({ dtlsParameters });
        return null;
      },
      join: async ({ rtpCapabilities, receiving }) => {
        this.#rtpCapabilities = rtpCapabilities;
        this.#receiving = this.#transports.get(receiving);
        for (const { producers } of this.#others)
          for (const producer of producers) void this.consume(producer).catch(gone);
        return null;
      },
      produce: async ({ transportId, kind, rtpParameters }) => {
        const transport = this.#transports.get(transportId);
        if (!transport) throw new Error('no such transport');
        const producer = await transport.produce({
          kind,
          rtpParameters,
          keyFrameRequestDelay: 1000,
        });
        this.producers.push(producer);
        for (const guest of this.#others) void guest.consume(producer).catch(gone);
        return { id: producer.id };
      },
    };
  }
}

/** Whoever has left meanwhile needs nothing more. */
const gone = (): void => undefined;
