import { mediaPath } from '@confab/shared';
import type {
  ClientToNode,
  MediaAnswer,
  MediaCallName,
  MediaValue,
  MediaWire,
  NodeToClient,
  RoomView,
  RtpCapabilitiesView,
} from '@confab/shared';
import { io, type Socket } from 'socket.io-client';

type Told = {
  [Name in keyof NodeToClient]: [Name, ...Parameters<NodeToClient[Name]>];
}[keyof NodeToClient];

/** A client that speaks the protocol by hand and remembers what it was told. */
export class Person {
  readonly personId: string;
  readonly told: Told[] = [];
  readonly socket: Socket<NodeToClient, ClientToNode>;
  capabilities: RtpCapabilitiesView = { codecs: [], headerExtensions: [] };

  private constructor(socket: Socket<NodeToClient, ClientToNode>, personId: string) {
    this.socket = socket;
    this.personId = personId;
    socket.onAny((name, ...said) => this.told.push([name, ...said] as Told));
    socket.on('welcome', ({ rtpCapabilities }) => (this.capabilities = rtpCapabilities));
  }

  /** @param join asked for along with the connection, checked by nobody here */
  static async connect(
    url: string,
    grant: unknown,
    personId: string,
    join?: unknown,
  ): Promise<Person> {
    const socket: Socket<NodeToClient, ClientToNode> = io(`${url}/media`, {
      path: mediaPath,
      auth: join === undefined ? { grant } : { grant, join },
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
    });
    const person = new Person(socket, personId);
    await new Promise<void>((resolve, reject) => {
      socket.once('welcome', () => resolve());
      socket.once('connect_error', (error) => {
        const { data } = error as Error & { data?: { code: string } };
        socket.disconnect();
        reject(new Error(data?.code ?? error.message));
      });
    });
    return person;
  }

  call<Name extends MediaCallName>(
    name: Name,
    input: MediaWire<Name>,
  ): Promise<MediaAnswer<MediaValue<Name>>> {
    return this.say(name, input) as Promise<MediaAnswer<MediaValue<Name>>>;
  }

  /** Any call with any input, as a broken or hostile client would. */
  say(name: string, input: unknown): Promise<MediaAnswer<unknown>> {
    return this.socket.timeout(20_000).emitWithAck('call', name, input);
  }

  /** @throws with the code when refused */
  async join(
    seatId: string | null = null,
    media: 'fresh' | 'kept' = 'fresh',
    leaveOther = false,
  ): Promise<RoomView> {
    const { capabilities: rtpCapabilities } = this;
    const answer = await this.call('join', { rtpCapabilities, seatId, media, leaveOther });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  }

  /** Resolves with what is said under this name, now or soon; the whole message without its name. */
  async hears<Name extends keyof NodeToClient>(
    name: Name,
    fits: (...said: Parameters<NodeToClient[Name]>) => boolean = () => true,
    withinMs = 20_000,
  ): Promise<Parameters<NodeToClient[Name]>> {
    const until = performance.now() + withinMs;
    for (;;) {
      for (const [told, ...said] of this.told)
        if (told === name && fits(...(said as Parameters<NodeToClient[Name]>)))
          return said as Parameters<NodeToClient[Name]>;
      if (performance.now() > until) throw new Error(`never heard ${name}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  heard(name: keyof NodeToClient): number {
    return this.told.filter(([told]) => told === name).length;
  }

  /** Loses the connection without a word, as a broken network does. */
  hangUp(): void {
    this.socket.disconnect();
  }
}
