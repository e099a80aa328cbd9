import type { MediaSource } from '@confab/shared';

/** Something that happened in the call and is worth a line; the page finds the words. */
export type CallNotice = { id: number } & (
  | { kind: 'joined' | 'left'; name: string }
  | { kind: 'closing'; minutes: number }
  | { kind: 'closing-moved'; closesAt: string }
  | { kind: 'line-lost' | 'line-back' }
  /** The device went away, or the browser ended the sharing. */
  | { kind: 'source-lost'; source: MediaSource }
);
type NewNotice = CallNotice extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'id'>
    : never
  : never;

/** The last few notices, oldest first. */
export class Notices {
  list = $state.raw<CallNotice[]>([]);
  #next = 1;

  add(notice: NewNotice): void {
    this.list = [...this.list.slice(-4), { ...notice, id: this.#next++ }];
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}
