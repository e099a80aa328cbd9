import {
  controlOrders,
  type ControlOrder,
  type MediaControl,
  type OrderAnswer,
  type OrderInput,
  type Prepared,
} from '@confab/shared';
import * as v from 'valibot';
import type { ControlSocket } from './control-socket.ts';
import type { ToldClock } from './told-clock.ts';

interface Ruled {
  node: MediaControl;
  clock: ToldClock;
  greeted: (origins: readonly string[]) => void;
}

type Answer = OrderAnswer | Prepared | null;
type Obey = { [Name in ControlOrder]: (input: OrderInput<Name>) => Promise<Answer> };

/** Answers the orders of a server that has proved itself: schema first, one answer to each. */
export function answerOrders(socket: ControlSocket, { node, clock, greeted }: Ruled): void {
  // An order that did not reach a node is nobody's answer here: this is the node.
  const done = async (outcome: ReturnType<MediaControl['drain']>): Promise<OrderAnswer> => {
    const answer = await outcome;
    return answer === 'unreachable' ? 'malformed' : answer;
  };
  const obey: Obey = {
    async greet({ now, origins }) {
      clock.tell(now);
      // The server hears that it was heard before it hears anything else.
      setImmediate(() => greeted(origins));
      return 'done';
    },
    async clock({ now }) {
      clock.tell(now);
      return 'done';
    },
    open: (room) => done(node.open(room)),
    extend: (room) => done(node.extend(room)),
    close: (room) => done(node.close(room)),
    release: (room) => done(node.release(room)),
    evict: (seat) => done(node.evict(seat)),
    'move-on': (person) => done(node.moveOn(person)),
    drain: () => done(node.drain()),
    prepare: (order) => node.prepare(order),
  };
  socket.on('order', (name: string, input: unknown, answer: unknown) => {
    if (typeof answer !== 'function') return;
    const reply = (said: Answer): void => void answer(said);
    if (!Object.hasOwn(controlOrders, name)) return reply('malformed');
    const order = name as ControlOrder;
    const parsed = v.safeParse(controlOrders[order], input);
    if (!parsed.success) return reply('malformed');
    void (obey[order] as (input: unknown) => Promise<Answer>)(parsed.output).then(reply);
  });
}
