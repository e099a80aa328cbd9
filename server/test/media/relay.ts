import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A stretch of network between server and node, which a test can break. */
export class Relay implements Disposable {
  readonly url: string;
  /** Whoever comes is turned away. */
  broken = false;
  readonly #server: ReturnType<typeof createServer>;
  /** Each end with the other, to which it passes on. */
  readonly #lines: Map<Socket, Socket>;

  private constructor(server: ReturnType<typeof createServer>, lines: Map<Socket, Socket>) {
    this.#server = server;
    this.#lines = lines;
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  static async to(port: number): Promise<Relay> {
    const lines = new Map<Socket, Socket>();
    let relay: Relay | null = null;
    const server = createServer((near) => {
      if (relay?.broken) return void near.destroy();
      const far = connect(port, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        lines.set(one, other);
        one.on('error', () => one.destroy());
        one.on('close', () => {
          lines.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    relay = new Relay(server, lines);
    return relay;
  }

  /** What comes stands still, and nothing of it is lost. */
  hold(): void {
    for (const line of this.#lines.keys()) line.unpipe().pause();
  }

  letGo(): void {
    for (const [line, other] of this.#lines) line.pipe(other);
  }

  /** Breaks every line, as a network does. */
  cut(): void {
    for (const line of this.#lines.keys()) line.destroy();
  }

  [Symbol.dispose](): void {
    this.cut();
    this.#server.close();
  }
}
