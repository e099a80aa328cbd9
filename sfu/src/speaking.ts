import type { SpeakingLevel } from '@confab/shared';
import type { AudioLevelObserver, Producer, Router } from 'mediasoup/types';

/** Milliseconds between two looks at who speaks. */
const interval = 300;
/** dBov below which a voice counts as silence, and at which the level is full. */
const quiet = -55;
const loud = -15;

/** Listens to a room's microphones and says who speaks how loud. */
export class Speaking {
  #observer: AudioLevelObserver;

  private constructor(observer: AudioLevelObserver) {
    this.#observer = observer;
  }

  static async create(
    router: Router,
    personOf: (producerId: string) => string | null,
    tell: (levels: SpeakingLevel[]) => void,
  ): Promise<Speaking> {
    const observer = await router.createAudioLevelObserver({
      interval,
      threshold: quiet,
      maxEntries: 8,
    });
    observer.on('silence', () => tell([]));
    observer.on('volumes', (volumes) =>
      tell(
        volumes.flatMap(({ producer, volume }) => {
          const personId = personOf(producer.id);
          return personId === null ? [] : [{ personId, level: loudness(volume) }];
        }),
      ),
    );
    return new Speaking(observer);
  }

  /** From now on; ends with the producer. */
  async hear(microphone: Producer): Promise<void> {
    await this.#observer.addProducer({ producerId: microphone.id });
  }
}

/** 0 to 1, in steps of a hundredth. @param volume dBov, −127 to 0 */
export function loudness(volume: number): number {
  const share = (volume - quiet) / (loud - quiet);
  return Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
}
