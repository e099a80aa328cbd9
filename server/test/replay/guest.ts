import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { protocolVersion } from '@confab/shared/protocol';
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
import { call, type Caller } from '../media/caller.ts';

type Window = Socket<ServerToClient, ClientToServer>;

/** Somebody signed in, with one window open and everything that a thief could take from it. */
export class Guest {
  readonly cookie: string;
  readonly personId: string;
  readonly window: Window;
  /** What the window was told, by name. */
  readonly told: string[] = [];
  #origin: string;

  private constructor(origin: string, cookie: string, window: Window, personId: string) {
    this.cookie = cookie;
    this.personId = personId;
    this.window = window;
    this.#origin = origin;
    window.onAny((name: string) => void this.told.push(name));
    window.on('disconnect', () => void this.told.push('disconnect'));
  }

  static async open({ origin }: { origin: string }, cookie: string): Promise<Guest> {
    const window = windowAt(origin, cookie);
    const given = { protocol: protocolVersion, after: null };
    const answer = await window.emitWithAck('query', 'live.resume', given);
    if (!answer.ok) throw new Error(answer.code);
    const { snapshot } = answer.value as { snapshot: { me: { id: string } } };
    return new Guest(origin, cookie, window, snapshot.me.id);
  }

  give<Name extends CommandName>(
    name: Name,
    input: CommandWire<Name>,
    commandId: string = randomUUID(),
  ): Promise<Answer<CommandValue<Name>>> {
    return this.window.timeout(5000).emitWithAck('command', name, commandId, input) as Promise<
      Answer<CommandValue<Name>>
    >;
  }

  ask<Name extends QueryName>(
    name: Name,
    input: QueryWire<Name>,
  ): Promise<Answer<QueryValue<Name>>> {
    return this.window.timeout(5000).emitWithAck('query', name, input) as Promise<
      Answer<QueryValue<Name>>
    >;
  }

  /** @throws Error with the code */
  async do<Name extends CommandName>(name: Name, input: CommandWire<Name>) {
    const answer = await this.give(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
    return answer.value;
  }

  /** A grant for the room. @throws Error with the code */
  async grant(roomId: string): Promise<string> {
    const answer = await this.ask('room.enter', { roomId });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value.grant;
  }

  /** Comes to the media node with a grant, whose ever it was. @throws Error with the code */
  call(grant: string): Promise<Caller> {
    return call(this.#origin, grant, { origin: this.#origin });
  }

  /** Opens another window with the cookie. @returns the code with which it is refused, or `in` */
  reopened(): Promise<string> {
    const window = windowAt(this.#origin, this.cookie);
    return new Promise((resolve) => {
      window.once('connect', () => {
        resolve('in');
        window.disconnect();
      });
      window.once('connect_error', (error) => {
        resolve((error as Error & { data?: { code: string } }).data?.code ?? error.message);
        window.disconnect();
      });
    });
  }

  leave(): void {
    this.window.disconnect();
  }
}

const windowAt = (origin: string, cookie: string): Window =>
  io(origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin, cookie },
  });
