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
  /** With which a browser is this person's, too. */
  readonly cookies: readonly { name: string; value: string }[];
  readonly #origin: string;
  readonly #socket: Socket<ServerToClient, ClientToServer>;

  private constructor(origin: string, signIn: SignIn, cookie: string[]) {
    this.signIn = signIn;
    this.#origin = origin;
    this.cookies = cookie.map((one) => {
      const [name = '', ...value] = one.split('=');
      return { name, value: value.join('=') };
    });
    this.#socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { origin, cookie: cookie.join('; ') },
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
    const cookie = answer.headers.getSetCookie().flatMap((one) => one.split(';').slice(0, 1));
    return new Person(origin, signIn, cookie);
  }

  /** Ends this sign-in, as the page does: by a request, whatever else is open. */
  async signOut(): Promise<void> {
    const cookie = this.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${this.#origin}/api/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#origin, cookie },
      body: '{}',
    });
    if (!answer.ok) throw new Error(`sign-out: ${await answer.text()}`);
  }

  /** A command with the answer it gets, refusals included: what a page would not let them do. */
  async attempt<Name extends CommandName>(
    name: Name,
    input: CommandWire<Name>,
    commandId: string = randomUUID(),
  ): Promise<Answer<CommandValue<Name>>> {
    const answer = await this.#socket.emitWithAck('command', name, commandId, input);
    return answer as Answer<CommandValue<Name>>;
  }

  async do<Name extends CommandName>(
    name: Name,
    input: CommandWire<Name>,
  ): Promise<CommandValue<Name>> {
    return granted(name, await this.attempt(name, input));
  }

  /** A query with the answer it gets, refusals included. */
  async tryToKnow<Name extends QueryName>(
    name: Name,
    input: QueryWire<Name>,
  ): Promise<Answer<QueryValue<Name>>> {
    const answer = await this.#socket.emitWithAck('query', name, input);
    return answer as Answer<QueryValue<Name>>;
  }

  async know<Name extends QueryName>(
    name: Name,
    input: QueryWire<Name>,
  ): Promise<QueryValue<Name>> {
    return granted(name, await this.tryToKnow(name, input));
  }

  [Symbol.dispose](): void {
    this.#socket.disconnect();
  }
}

function granted<Value>(name: string, answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}
