import type { Attendance, MediaControl } from '@confab/shared';
import type { GrantSigner, Media, Seat } from '../../src/ports/media.ts';

type Order =
  | ({ order: 'open' } & Parameters<MediaControl['open']>[0])
  | ({ order: 'close' } & Parameters<MediaControl['close']>[0])
  | ({ order: 'evict' } & Parameters<MediaControl['evict']>[0]);

/** A media node that only writes its orders down; real media has tests of its own. */
export class QuietMedia implements Media {
  readonly url = '';
  readonly orders: Order[] = [];
  attend: (event: Attendance) => Promise<void> = () => Promise.resolve();

  async open(room: Parameters<MediaControl['open']>[0]): Promise<void> {
    this.orders.push({ order: 'open', ...room });
  }
  async close(room: Parameters<MediaControl['close']>[0]): Promise<void> {
    this.orders.push({ order: 'close', ...room });
  }
  async evict(seat: Parameters<MediaControl['evict']>[0]): Promise<void> {
    this.orders.push({ order: 'evict', ...seat });
  }
  onAttendance(listener: (event: Attendance) => Promise<void>): void {
    this.attend = listener;
  }
}

/** Grants one can read in a test. */
export const plainSigner: GrantSigner = {
  room: (seat: Seat) => Promise.resolve(JSON.stringify(seat)),
  probe: (personId) => Promise.resolve(personId),
};
