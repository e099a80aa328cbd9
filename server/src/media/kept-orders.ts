import type { OrderWire } from '@confab/shared';

type Name = 'close' | 'extend' | 'evict';
type Kept = { [Each in Name]: { name: Each; input: OrderWire<Each> } }[Name];

/** So many are kept; what is lost beyond them shows when epochs are compared at the next meeting. */
const most = 1000;

/** Orders that a node has not answered yet, of each kind and room the last. */
export class KeptOrders {
  #orders = new Map<string, Kept>();

  get all(): readonly Kept[] {
    return [...this.#orders.values()];
  }

  /** @returns to be called when the order was answered */
  keep<Each extends Name>(name: Each, input: OrderWire<Each>): () => void {
    const order = { name, input } as Kept;
    const about = 'personId' in order.input ? order.input.personId : '';
    const key = `${name} ${order.input.roomId} ${about}`;
    if (this.#orders.size < most) this.#orders.set(key, order);
    return () => {
      if (this.#orders.get(key) === order) this.#orders.delete(key);
    };
  }
}
