import { io, type Socket } from 'socket.io-client';
import {
  mediaPath,
  type ClientToNode,
  type MediaAnswer,
  type NodeToClient,
  type RoomView,
} from '@confab/shared';
import type { Person } from './person.ts';

type Line = Socket<NodeToClient, ClientToNode>;

/** A seat whose line to the media node is in other hands than a page's: it never lets go by itself. */
export class HarvestedSeat implements AsyncDisposable {
  /** Why the node ended the seat, and with it the line. */
  readonly ended: Promise<string>;
  readonly #line: Line;
  readonly #origin: string;
  readonly #grant: () => Promise<string>;

  private constructor(line: Line, origin: string, grant: () => Promise<string>) {
    this.#line = line;
    this.#origin = origin;
    this.#grant = grant;
    this.ended = new Promise((resolve) => line.once('ended', resolve));
  }

  static async take(origin: string, person: Person, roomId: string): Promise<HarvestedSeat> {
    const grant = async () => (await person.know('room.enter', { roomId })).grant;
    const line = open(origin, await grant());
    const seat = new HarvestedSeat(line, origin, grant);
    const { rtpCapabilities } = await new Promise<Parameters<NodeToClient['welcome']>[0]>(
      (resolve, reject) => {
        line.once('welcome', resolve);
        line.once('connect_error', reject);
      },
    );
    const joining = { rtpCapabilities, seatId: null, media: 'fresh', leaveOther: false };
    const answer = (await line.emitWithAck('call', 'join', joining)) as MediaAnswer<RoomView>;
    if (!answer.ok) throw new Error(answer.code);
    return seat;
  }

  /** A grant that is signed now, to be used later. */
  anotherGrant(): Promise<string> {
    return this.#grant();
  }

  /** The code with which the node refuses this grant, or `admitted`. */
  async tryWith(grant: string): Promise<string> {
    const line = open(this.#origin, grant);
    const outcome = await new Promise<string>((resolve) => {
      line.once('welcome', () => resolve('admitted'));
      line.once('connect_error', (error: Error & { data?: { code?: string } }) =>
        resolve(error.data?.code ?? error.message),
      );
    });
    line.disconnect();
    return outcome;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#line.disconnect();
  }
}

const open = (origin: string, grant: string): Line =>
  io(`${origin}/media`, {
    path: mediaPath,
    auth: { grant },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin },
  });
