import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './free-port.ts';

/** One address for several servers: each connection goes to the next one that answers. */
export class OneAddress implements AsyncDisposable {
  readonly origin: string;
  /** The ports of the servers behind it. */
  readonly ports: number[] = [];
  /** While set, connections go to this one alone. */
  only: number | null = null;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #turn = 0;

  private constructor(port: number) {
    this.origin = `http://localhost:${String(port)}`;
    this.#server = createServer((caller) => {
      this.#keep(caller);
      this.#pass(caller, this.ports.length);
    }).listen(port, '127.0.0.1');
  }

  static async open(): Promise<OneAddress> {
    const address = new OneAddress(await freePort());
    await once(address.#server, 'listening');
    return address;
  }

  #pass(caller: Socket, tries: number): void {
    const next = this.ports[this.#turn++ % this.ports.length] ?? 0;
    const server = connect(this.only ?? next, '127.0.0.1');
    const refused = () => {
      if (tries > 1) this.#pass(caller, tries - 1);
      else caller.destroy();
    };
    server.once('error', refused);
    server.once('connect', () => {
      server.off('error', refused);
      this.#keep(server);
      caller.pipe(server).pipe(caller);
      caller.once('close', () => server.destroy());
      server.once('close', () => caller.destroy());
    });
  }

  #keep(socket: Socket): void {
    this.#open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#open.delete(socket));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
