import { protocolVersion, type Snapshot } from '@confab/shared/protocol';
import { followed, snapshotFor } from '../stage/snapshots.ts';
import type { Stage } from '../stage/stage.ts';
import { is } from './is.ts';

/** One person's window: what it holds, however long it was away. */
export class Window {
  readonly personId: string;
  away = false;
  #snapshot: Snapshot | null = null;

  constructor(personId: string) {
    this.personId = personId;
  }

  /** What a fresh window shows; one that is not away has caught up with it. */
  look(stage: Pick<Stage, 'know'>): Promise<Snapshot> {
    return this.away ? snapshotFor(stage, this.personId) : this.#catchUp(stage);
  }

  /** Folds what it missed into what it has, and finds exactly what a fresh one says. @see C2 C3 */
  async #catchUp(stage: Pick<Stage, 'know'>): Promise<Snapshot> {
    for (let more = true; more;) {
      const after = this.#snapshot?.seq ?? null;
      const given = { protocol: protocolVersion, after };
      const answer = await stage.know(this.personId, 'live.resume', given);
      if ('snapshot' in answer) {
        this.#snapshot = answer.snapshot;
        break;
      }
      for (const event of answer.events) {
        const held = this.#snapshot as Snapshot;
        is(event.seq, held.seq + 1);
        this.#snapshot = followed(held, event);
      }
      ({ more } = answer);
    }
    const fresh = await snapshotFor(stage, this.personId);
    is(this.#snapshot, fresh);
    return fresh;
  }
}
