import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import {
  protocolVersion,
  type Answer,
  type ClientToServer,
  type CommandName,
  type CommandValue,
  type CommandWire,
  type FeedEvent,
  type QueryName,
  type QueryValue,
  type QueryWire,
  type ServerToClient,
} from '@confab/shared/protocol';
import { post } from './post.ts';

const password = 'seventeen apples';

/** Somebody who has come in, with one window open. */
export class Visitor implements Disposable {
  readonly id: string = '';
  readonly cookie: string;
  readonly email: string;
  readonly events: FeedEvent[] = [];
  readonly directories: string[] = [];
  signedOut = false;
  readonly #socket: Socket<ServerToClient, ClientToServer>;

  private constructor(origin: string, email: string, cookie: string) {
    this.email = email;
    this.cookie = cookie;
    this.#socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      extraHeaders: { origin, cookie },
    });
    this.#socket.on('feed', (events) => void this.events.push(...events));
    this.#socket.on('directory', (programId) => void this.directories.push(programId));
    this.#socket.on('signed-out', () => {
      this.signedOut = true;
    });
    // Once there is a line: what is asked before waits for one, and would be asked twice on the next.
    this.#socket.once('connect', () => {
      this.#socket.on('connect', () => void this.#resume().catch(() => undefined));
    });
  }

  /** Comes in by a door, and has a window that is up to date. */
  static async enter(
    origin: string,
    name: string,
    door: '/api/setup' | '/api/join',
    key: object,
  ): Promise<Visitor> {
    const email = `${name.toLowerCase()}@example.org`;
    const entered = await post(origin, door, { name, email, password, zone: 'UTC', ...key });
    if (entered.status !== 200) throw new Error(`${door}: ${JSON.stringify(entered.answer)}`);
    const visitor = new Visitor(origin, email, entered.cookie);
    return Object.assign(visitor, { id: await visitor.#resume() });
  }

  /** Asks for what it missed. @returns whose window it is */
  async #resume(): Promise<string> {
    const after = this.events.at(-1)?.seq ?? null;
    const answer = await this.ask('live.resume', { protocol: protocolVersion, after });
    if (!answer.ok) throw new Error(answer.code);
    if ('snapshot' in answer.value) return answer.value.snapshot.me.id;
    this.events.push(...answer.value.events);
    return answer.value.more ? this.#resume() : this.id;
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  give<Name extends CommandName>(name: Name, input: CommandWire<Name>, id: string = randomUUID()) {
    return new Promise<Answer<CommandValue<Name>>>((resolve, reject) => {
      this.#socket.timeout(20_000).emit('command', name, id, input, (lost, answer, events = []) => {
        if (lost) return reject(lost);
        this.events.push(...events);
        resolve(answer as Answer<CommandValue<Name>>);
      });
    });
  }

  async do<Name extends CommandName>(name: Name, input: CommandWire<Name>) {
    const answer = await this.give(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
    return answer.value;
  }

  ask<Name extends QueryName>(name: Name, input: QueryWire<Name>) {
    return this.#socket.timeout(20_000).emitWithAck('query', name, input) as Promise<
      Answer<QueryValue<Name>>
    >;
  }

  [Symbol.dispose](): void {
    this.#socket.disconnect();
  }
}
