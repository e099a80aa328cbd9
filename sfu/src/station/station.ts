import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Instant } from '@confab/shared';
import type { NodeConfig } from '../config/read.ts';
import { openDoor, type Door } from '../door.ts';
import type { Log } from '../log.ts';
import { MediaNode } from '../node.ts';
import { ControlDesk } from './desk.ts';
import { ToldClock } from './told-clock.ts';

export interface StationOptions extends Omit<NodeConfig, 'logLevel'> {
  /** This machine's, until the server tells its own. */
  clock: () => Instant;
  log: Log;
  /** Milliseconds for which a seat is kept without a connection. */
  seatGraceMs?: number;
  /** Milliseconds for which somebody waits for their seat until the server has answered. */
  seatingPatienceMs?: number;
}

/** A media node in a process of its own: its HTTP server, the door for people, the control desk. */
export class Station implements AsyncDisposable {
  readonly node: MediaNode;
  readonly port: number;
  #http: ReturnType<typeof createServer>;
  #door: Door;
  #desk: ControlDesk;
  #closing: Promise<void> | null = null;

  private constructor(
    http: ReturnType<typeof createServer>,
    door: Door,
    node: MediaNode,
    desk: ControlDesk,
  ) {
    this.#http = http;
    this.#door = door;
    this.node = node;
    this.#desk = desk;
    this.port = (http.address() as AddressInfo).port;
  }

  /** @throws when a port is taken or a worker cannot be started; nothing is left behind */
  static async open(options: StationOptions): Promise<Station> {
    const { host, port, tls, keys, log, workerBin, workers, listen } = options;
    const clock = new ToldClock(options.clock);
    const http = tls ? createTlsServer(tls) : createServer();
    http.on('request', (_, response) => response.writeHead(404).end());
    // Nobody may come before the server has said whose pages these are.
    let origins: readonly string[] = [];
    const door = openDoor(http, ({ headers }) => origins.includes(headers.origin ?? ''));
    const node = await MediaNode.create({
      namespace: door.namespace,
      workerBin,
      workers,
      listen,
      grantKeys: keys.grants,
      clock: clock.now,
      log,
      ...(options.seatGraceMs === undefined ? {} : { seatGraceMs: options.seatGraceMs }),
    });
    const welcome = (told: readonly string[]) => {
      origins = told;
    };
    const { seatingPatienceMs } = options;
    const rule = { controlKey: keys.control, clock, welcome, log, seatingPatienceMs };
    const desk = new ControlDesk({ http, node, ...rule });
    try {
      await new Promise<void>((done, fail) => {
        http.once('error', fail);
        http.listen({ host, port }, done);
      });
    } catch (error) {
      await node[Symbol.asyncDispose]();
      throw error;
    }
    return new Station(http, door, node, desk);
  }

  /** Takes no new rooms; resolves when the last has ended. */
  async drain(): Promise<void> {
    await this.node.drain();
    while (!this.node.drained) await new Promise((resolve) => setTimeout(resolve, 200));
  }

  /** Sends everyone away to come back later, tells the last attendance, ends. */
  [Symbol.asyncDispose](): Promise<void> {
    return (this.#closing ??= this.#end());
  }

  async #end(): Promise<void> {
    await this.node[Symbol.asyncDispose]();
    this.#door.close();
    this.#desk.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }
}
