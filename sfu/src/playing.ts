import type { ConsumerView, MediaSource } from '@confab/shared';
import type { Consumer } from 'mediasoup/types';
import { layerFor } from './picture-size.ts';

/** Whose what is played. */
export interface PlayedFrom {
  personId: string;
  source: MediaSource;
  /** It flows without being asked for. */
  atOnce: boolean;
}

/** One consumer: what someone sends, as one other person gets it. */
export class Playing {
  readonly personId: string;
  readonly source: MediaSource;
  readonly consumer: Consumer;
  #ready: boolean;
  #shown = true;

  constructor(consumer: Consumer, { personId, source, atOnce }: PlayedFrom) {
    this.consumer = consumer;
    this.personId = personId;
    this.source = source;
    this.#ready = atOnce;
  }

  /** The client can play it. */
  async ready(): Promise<void> {
    this.#ready = true;
    await this.#unlessClosed(() => this.#flow());
  }

  /** It is shown at this size, in device pixels; 0 × 0 stops it. */
  async show(width: number, height: number): Promise<void> {
    if (this.consumer.kind === 'audio') return;
    this.#shown = width > 0 && height > 0;
    await this.#unlessClosed(async () => {
      if (this.#shown && this.consumer.type === 'simulcast')
        await this.consumer.setPreferredLayers({ spatialLayer: layerFor(width, height) });
      await this.#flow();
    });
  }

  /** What is sent may end while it is asked about: that is nobody's fault. */
  async #unlessClosed(ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
    } catch (error) {
      if (!this.consumer.closed) throw error;
    }
  }

  async #flow(): Promise<void> {
    const flows = this.#ready && this.#shown;
    if (flows === !this.consumer.paused) return;
    await (flows ? this.consumer.resume() : this.consumer.pause());
  }

  /** Chosen field by field: nothing of the sender's address can slip in. */
  view(): ConsumerView {
    const { id, producerId, rtpParameters, producerPaused } = this.consumer;
    return {
      consumerId: id,
      producerId,
      personId: this.personId,
      source: this.source,
      rtpParameters: rtpParameters as ConsumerView['rtpParameters'],
      paused: producerPaused,
    };
  }
}
