import type { Attendance, MediaControl } from '@confab/shared';
import type { Media } from '../ports/media.ts';

type Listener = (event: Attendance) => Promise<void>;

/** The server's end of the control interface: orders go to the node once it is connected. */
export class MediaLink implements Media {
  readonly url: string;
  #node: MediaControl | null = null;
  #listener: Listener | null = null;

  /** @param url where clients open `/media`; empty: the application's own origin */
  constructor(url = '') {
    this.url = url;
  }

  connect(node: MediaControl): void {
    this.#node = node;
    if (this.#listener) node.onAttendance(this.#listener);
  }

  async open(room: Parameters<MediaControl['open']>[0]): Promise<void> {
    await this.#node?.open(room);
  }

  async close(room: Parameters<MediaControl['close']>[0]): Promise<void> {
    await this.#node?.close(room);
  }

  async evict(seat: Parameters<MediaControl['evict']>[0]): Promise<void> {
    await this.#node?.evict(seat);
  }

  onAttendance(listener: Listener): void {
    this.#listener = listener;
    this.#node?.onAttendance(listener);
  }
}
