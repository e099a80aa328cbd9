import type { Attendance, Preparation, Prepared } from '@confab/shared';
import type { GrantSigner, Media, OrderFor, Seat } from '../../src/ports/media.ts';

type Order = {
  [Name in 'open' | 'extend' | 'close' | 'evict']: { order: Name } & OrderFor<Name>;
}[keyof Pick<Media, 'open' | 'extend' | 'close' | 'evict'>];

/** A media node that only writes its orders down; real media has tests of its own. */
export class QuietMedia implements Media {
  readonly orders: Order[] = [];
  readonly preparations: Preparation[] = [];
  /** What a node answers. */
  prepared: Prepared | null = null;
  attend: (event: Attendance) => Promise<void> = () => Promise.resolve();
  /** Null: it cannot be reached. */
  node: string | null = '';

  place(): string | null {
    return this.node;
  }
  leastBusy(): string | null {
    return this.node;
  }
  async open(_: string, room: OrderFor<'open'>): Promise<void> {
    this.orders.push({ order: 'open', ...room });
  }
  prepare(_: string, order: Preparation): Promise<Prepared | null> {
    this.preparations.push(order);
    return Promise.resolve(this.prepared);
  }
  async extend(room: OrderFor<'extend'>): Promise<void> {
    this.orders.push({ order: 'extend', ...room });
  }
  async close(room: OrderFor<'close'>): Promise<void> {
    this.orders.push({ order: 'close', ...room });
  }
  async evict(seat: OrderFor<'evict'>): Promise<void> {
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
