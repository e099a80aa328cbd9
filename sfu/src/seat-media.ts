import type { MediaRefusal, MediaSource, NodeToClient, TransportPair } from '@confab/shared';
import type {
  DtlsParameters,
  Producer,
  Router,
  RtpCapabilities,
  RtpParameters,
  WebRtcServer,
  WebRtcTransport,
} from 'mediasoup/types';
import { Playing, type PlayedFrom } from './playing.ts';
import { createTransports, viewTransports, type Transports } from './transports.ts';

/**
 * Milliseconds between two requests for a key frame. Browsers pay no heed to one that comes within
 * 300 ms of the last; held back until then it is answered, and nobody waits for the next.
 */
const keyFramePause = 350;

export type Tell = <Name extends keyof NodeToClient>(
  name: Name,
  ...said: Parameters<NodeToClient[Name]>
) => void;

/** Everything of one person's media in a room: two transports and what runs over them. */
export class SeatMedia {
  readonly router: Router;
  readonly producers = new Map<MediaSource, Producer>();
  readonly playing = new Map<string, Playing>();
  #transports: Transports;
  #connected = new Set<string>();

  private constructor(router: Router, transports: Transports) {
    this.router = router;
    this.#transports = transports;
  }

  /** @throws when the worker dies meanwhile */
  static async create(router: Router, server: WebRtcServer): Promise<SeatMedia> {
    return new SeatMedia(router, await createTransports(router, server));
  }

  get closed(): boolean {
    return this.#transports.send.closed || this.#transports.receive.closed;
  }

  view(announcedAddresses: readonly string[]): TransportPair {
    return viewTransports(this.#transports, announcedAddresses);
  }

  transport(id: string): WebRtcTransport | null {
    const { send, receive } = this.#transports;
    return [send, receive].find((transport) => transport.id === id) ?? null;
  }

  /** Tells both transports the client's end. @throws on one that cannot be used */
  async connect(dtlsParameters: DtlsParameters): Promise<void> {
    const { send, receive } = this.#transports;
    const both = [send, receive].filter((transport) => this.mayConnect(transport));
    await Promise.all(both.map((transport) => transport.connect({ dtlsParameters })));
  }

  /** True once per transport. */
  mayConnect(transport: WebRtcTransport): boolean {
    return this.#connected.size < this.#connected.add(transport.id).size;
  }

  /** Starts receiving from the person. @throws on parameters mediasoup cannot use */
  async produce(
    source: MediaSource,
    rtpParameters: RtpParameters,
    paused: boolean,
  ): Promise<Producer | MediaRefusal> {
    if (this.producers.has(source)) return 'out-of-order';
    const kind = source === 'microphone' ? 'audio' : 'video';
    const fits = rtpParameters.codecs.every(({ mimeType }) => mimeType.startsWith(`${kind}/`));
    if (!fits) return 'not-playable';
    const producer = await this.#transports.send.produce({
      kind,
      rtpParameters,
      paused,
      keyFrameRequestDelay: keyFramePause,
      appData: { source },
    });
    this.producers.set(source, producer);
    producer.observer.once('close', () => this.producers.delete(source));
    return producer;
  }

  /**
   * Sends another's producer to the person; null when their browser cannot play it, or when either
   * end goes meanwhile: that is nobody's fault.
   */
  async play(
    producer: Producer,
    from: PlayedFrom,
    rtpCapabilities: RtpCapabilities,
    tell: Tell,
  ): Promise<Playing | null> {
    const known = [...this.playing.values()].find((one) => one.consumer.producerId === producer.id);
    if (known) return known;
    if (!this.router.canConsume({ producerId: producer.id, rtpCapabilities })) return null;
    const options = { producerId: producer.id, rtpCapabilities, paused: !from.atOnce };
    const consumer = await this.#transports.receive.consume(options).catch((error: unknown) => {
      if (producer.closed || this.closed) return null;
      throw error;
    });
    if (!consumer) return null;
    const playing = new Playing(consumer, from);
    this.playing.set(consumer.id, playing);
    consumer.observer.once('close', () => this.playing.delete(consumer.id));
    consumer.on('producerclose', () => tell('consumer-ended', consumer.id));
    consumer.on('producerpause', () => tell('consumer-paused', consumer.id, true));
    consumer.on('producerresume', () => tell('consumer-paused', consumer.id, false));
    consumer.on('score', ({ score }) => tell('consumer-score', consumer.id, score));
    return playing;
  }

  close(): void {
    this.#transports.send.close();
    this.#transports.receive.close();
  }
}
