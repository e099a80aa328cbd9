import { WebSocket } from 'ws';
import { protocolVersion } from '@confab/shared/protocol';
import type { Townsman } from '../town/town.ts';

/** What engine.io and socket.io put in front of what they carry. */
const mark = { ping: '2', pong: '3', open: '0', connect: '40', event: '42', answer: '43' };

/**
 * Somebody's line to the server, spoken without a client's library: on a machine of two cores, that
 * would cost more than the server that is measured. What comes is handed on as text, for most of it
 * a glance is enough.
 */
export class Line {
  readonly #socket: WebSocket;
  readonly #asked = new Map<number, (answer: string) => void>();
  #calls = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Resolves when the window is up to date, and is pushed what follows. */
  static open(
    origin: string,
    { id, cookie }: Townsman,
    pushed: (packet: string) => void,
  ): Promise<Line> {
    const address = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const headers = { origin, cookie };
    const socket = new WebSocket(address, { headers, perMessageDeflate: false });
    const line = new Line(socket);
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data: Buffer) => {
        const packet = data.toString();
        if (packet.startsWith(mark.event)) pushed(packet);
        else if (packet.startsWith(mark.answer)) {
          line.#answered(packet);
          // What is pushed may come with an answer.
          pushed(packet);
        } else if (packet === mark.ping) socket.send(mark.pong);
        else if (packet.startsWith(mark.open)) socket.send(mark.connect + JSON.stringify({ id }));
        else if (packet.startsWith(mark.connect))
          line.#ask(
            ['query', 'live.resume', { protocol: protocolVersion, after: null }],
            (said) => {
              if (isGood(said)) resolve(line);
              else reject(new Error(said));
            },
          );
        else reject(new Error(packet));
      });
    });
  }

  send(messageId: string, to: string, text: string, answered: (answer: string) => void): void {
    this.#ask(['command', 'chat.send', messageId, { to, text }], answered);
  }

  #ask(packet: readonly unknown[], answered: (answer: string) => void): void {
    const call = this.#calls++;
    this.#asked.set(call, answered);
    this.#socket.send(`${mark.event}${String(call)}${JSON.stringify(packet)}`);
  }

  #answered(packet: string): void {
    const from = packet.indexOf('[');
    const call = Number(packet.slice(mark.answer.length, from));
    this.#asked.get(call)?.(packet.slice(from));
    this.#asked.delete(call);
  }
}

export const isGood = (answer: string): boolean => answer.startsWith('[{"ok":true');
