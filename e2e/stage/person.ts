import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type {
  Answer,
  ClientToServer,
  CommandName,
  CommandValue,
  CommandWire,
  QueryName,
  QueryValue,
  QueryWire,
  ServerToClient,
} from '@confab/shared/protocol';

/** What someone signs in with. */
export interface SignIn {
  name: string;
  email: string;
  password: string;
  zone: string;
}

/** Someone who is signed in without a page, to prepare what a journey is not about. */
export class Person implements Disposable {
  readonly signIn: SignIn;
  readonly #socket: Socket<ServerToClient, ClientToServer>;

  private constructor(origin: string, signIn: SignIn, cookie: string) {
    this.signIn = signIn;
    this.#socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { origin, cookie },
    });
  }

  /** Comes in by a door of the server's: `/api/setup`, `/api/join` or `/api/sign-in`. */
  static async enter(
    origin: string,
    door: '/api/setup' | '/api/join' | '/api/sign-in',
    signIn: SignIn,
    key: Record<string, string> = {},
  ): Promise<Person> {
    const { name, email, password, zone } = signIn;
    const who = door === '/api/sign-in' ? { email, password } : { name, email, password, zone };
    const answer = await fetch(origin + door, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ ...who, ...key }),
    });
    if (!answer.ok) throw new Error(`${door}: ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    return new Person(origin, signIn, cookie.join('; '));
  }

  async do<Name extends CommandName>(
    name: Name,
    input: CommandWire<Name>,
  ): Promise<CommandValue<Name>> {
    const answer = await this.#socket.emitWithAck('command', name, randomUUID(), input);
    return granted(name, answer) as CommandValue<Name>;
  }

  async know<Name extends QueryName>(
    name: Name,
    input: QueryWire<Name>,
  ): Promise<QueryValue<Name>> {
    return granted(name, await this.#socket.emitWithAck('query', name, input)) as QueryValue<Name>;
  }

  [Symbol.dispose](): void {
    this.#socket.disconnect();
  }
}

function granted(name: string, answer: Answer<unknown>): unknown {
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}
