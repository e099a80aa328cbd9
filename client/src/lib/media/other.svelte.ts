import type { MediaSource, PersonInRoom } from '@confab/shared';
import { qualityOf, type Quality } from './quality.ts';

/** One thing that someone sends, as it arrives here. */
export interface Arriving {
  consumerId: string;
  track: MediaStreamTrack;
  paused: boolean;
  /** 0 to 10. */
  score: number;
}

/** Someone else in the room, for the page to show. */
export class Other {
  readonly personId: string;
  readonly name: string;
  readonly role: 'mentor' | 'mentee';
  #arriving = $state.raw<Partial<Record<MediaSource, Arriving>>>({});
  /** How loud they speak, 0 to 1. */
  speaking = $state(0);

  constructor({ personId, name, role }: PersonInRoom) {
    this.personId = personId;
    this.name = name;
    this.role = role;
  }

  /** Their voice; null while they have no microphone. Keep it playing when muted. */
  readonly audio = $derived(this.#arriving.microphone?.track ?? null);
  /** Null while the camera is off. */
  readonly camera = $derived(this.#playing('camera'));
  readonly screen = $derived(this.#playing('screen'));
  /** No microphone, or it is switched off. */
  readonly muted = $derived(this.#arriving.microphone?.paused ?? true);
  readonly quality: Quality = $derived(
    qualityOf(
      Object.values(this.#arriving).flatMap(({ paused, score }) => (paused ? [] : [score])),
    ),
  );

  /** For the call: what arrives from this person of this source; null: nothing any more. */
  set(source: MediaSource, arriving: Arriving | null): void {
    const { [source]: _, ...rest } = this.#arriving;
    this.#arriving = arriving ? { ...rest, [source]: arriving } : rest;
    if (source === 'microphone' && this.muted) this.speaking = 0;
  }

  /** For the call: the consumer that carries this source. */
  arriving(source: MediaSource): Arriving | null {
    return this.#arriving[source] ?? null;
  }

  #playing(source: 'camera' | 'screen'): MediaStreamTrack | null {
    const arriving = this.#arriving[source];
    return arriving && !arriving.paused ? arriving.track : null;
  }
}
