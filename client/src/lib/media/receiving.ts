import type { ConsumerView, MediaSource } from '@confab/shared';
import type { types } from 'mediasoup-client';
import type { Arriving } from './other.svelte.ts';

export interface ReceivingOptions {
  /** What of a person's is there now, or is not any more. */
  onChange: (personId: string, source: MediaSource, arriving: Arriving | null) => void;
  /** These can be played: let them flow. */
  onReady: (consumerIds: string[]) => void;
  /** Something cannot be played although the path is alive. */
  onFailed: () => void;
}

interface Entry {
  view: ConsumerView;
  paused: boolean;
  score: number;
  consumer: types.Consumer | null;
}

/** Everything that others send and this client plays. */
export class Receiving {
  #options: ReceivingOptions;
  #entries = new Map<string, Entry>();
  #transport: types.Transport | null = null;

  constructor(options: ReceivingOptions) {
    this.#options = options;
  }

  /** Plays over this transport from now on; what played over another one has ended with it. */
  over(transport: types.Transport): void {
    if (this.#transport !== transport) for (const id of this.#entries.keys()) this.end(id);
    this.#transport = transport;
  }

  /** Makes what plays agree with the list that the node answered. */
  async agree(views: readonly ConsumerView[]): Promise<void> {
    const listed = new Set(views.map(({ consumerId }) => consumerId));
    for (const id of this.#entries.keys()) if (!listed.has(id)) this.end(id);
    await Promise.all(views.map((view) => this.play(view)));
    this.#options.onReady([...listed]);
  }

  async play(view: ConsumerView): Promise<void> {
    const known = this.#entries.get(view.consumerId);
    if (known) return this.pause(view.consumerId, view.paused);
    const entry: Entry = { view, paused: view.paused, score: 10, consumer: null };
    this.#entries.set(view.consumerId, entry);
    const consumer = await this.#consume(view);
    if (this.#entries.get(view.consumerId) !== entry) return consumer?.close();
    if (!consumer) return void this.#entries.delete(view.consumerId);
    entry.consumer = consumer;
    this.#tell(entry);
  }

  /** Plays what was begun just now. */
  async playNew(view: ConsumerView): Promise<void> {
    await this.play(view);
    if (this.#entries.get(view.consumerId)?.consumer) this.#options.onReady([view.consumerId]);
  }

  end(consumerId: string): void {
    const entry = this.#entries.get(consumerId);
    if (!entry) return;
    this.#entries.delete(consumerId);
    entry.consumer?.close();
    const { personId, source } = entry.view;
    const next = [...this.#entries.values()].find(
      ({ view, consumer }) => consumer && view.personId === personId && view.source === source,
    );
    if (next) this.#tell(next);
    else this.#options.onChange(personId, source, null);
  }

  pause(consumerId: string, paused: boolean): void {
    this.#change(consumerId, { paused });
  }

  score(consumerId: string, score: number): void {
    this.#change(consumerId, { score });
  }

  endAll(): void {
    for (const id of this.#entries.keys()) this.end(id);
    this.#transport = null;
  }

  #change(consumerId: string, change: Partial<Entry>): void {
    const entry = this.#entries.get(consumerId);
    if (!entry) return;
    Object.assign(entry, change);
    this.#tell(entry);
  }

  #tell({ view, paused, score, consumer }: Entry): void {
    if (!consumer) return;
    const { personId, source, consumerId } = view;
    this.#options.onChange(personId, source, { consumerId, track: consumer.track, paused, score });
  }

  /** Voice and face share a stream, so that the browser keeps them together. */
  async #consume(view: ConsumerView): Promise<types.Consumer | null> {
    const { consumerId, producerId, personId, source, rtpParameters } = view;
    const transport = this.#transport;
    try {
      const consumer = await transport?.consume({
        id: consumerId,
        producerId,
        kind: source === 'microphone' ? 'audio' : 'video',
        rtpParameters,
        streamId: `${personId}-${source === 'screen' ? 'screen' : 'self'}`,
      });
      return consumer ?? null;
    } catch {
      // What was to come over a path that has closed comes by the next one.
      if (transport === this.#transport && !transport?.closed) this.#options.onFailed();
      return null;
    }
  }
}
