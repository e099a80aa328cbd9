import { grantLifetime } from '@confab/shared';
import { mostVisits } from './most-visits.ts';
import type { SeatMedia } from './seat-media.ts';

interface One {
  personId: string;
  media: SeatMedia;
  late: NodeJS.Timeout;
}

/** Media made for people whose connection is on its way, by the id of the grant it will bring. */
export class Awaited {
  #all = new Map<string, One>();

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  /** Kept until the grant has come or cannot come any more. @param onLate called when it has not */
  await(grantId: string, personId: string, media: SeatMedia, onLate: () => void): void {
    const mine = [...this.#all].filter(([, one]) => one.personId === personId);
    const tooMany = Math.max(0, 1 + mine.length - mostVisits);
    for (const [oldest] of mine.slice(0, tooMany)) this.#drop(oldest);
    const late = setTimeout(() => {
      this.#drop(grantId);
      onLate();
    }, grantLifetime * 1000);
    this.#all.set(grantId, { personId, media, late });
  }

  /** Hands over what was made for this grant; null when there is nothing, or nothing any more. */
  take(grantId: string): SeatMedia | null {
    const one = this.#all.get(grantId);
    if (!one) return null;
    clearTimeout(one.late);
    this.#all.delete(grantId);
    return one.media.closed ? null : one.media;
  }

  /** Somebody was put out: the grants on their way are void. */
  dropThoseOf(personId: string): void {
    for (const [grantId, one] of this.#all) if (one.personId === personId) this.#drop(grantId);
  }

  close(): void {
    for (const grantId of this.#all.keys()) this.#drop(grantId);
  }

  #drop(grantId: string): void {
    this.take(grantId)?.close();
  }
}
