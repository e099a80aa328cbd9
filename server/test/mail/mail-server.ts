import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { readLetter, type Read } from './read-letter.ts';

/** What the mail server does with the next letter. */
export type Mood = 'takes' | 'not-now' | 'never' | 'refuses-address' | 'dies-in-data' | 'dawdles';

export interface Taken {
  to: string[];
  raw: string;
}

/** A real mail server in this process, in any mood. */
export class MailServer implements AsyncDisposable {
  mood: Mood = 'takes';
  readonly taken: Taken[] = [];
  /** How often somebody began a letter. */
  begun = 0;
  connections = 0;
  readonly #goesOn = Promise.withResolvers<void>();
  #server: SMTPServer;
  #sockets = new Set<Socket>();
  port = 0;

  constructor() {
    this.#server = this.#make();
  }

  #make(): SMTPServer {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onConnect: (_, done) => {
        this.connections += 1;
        done();
      },
      onRcptTo: (_, __, done) => {
        this.begun += 1;
        if (this.mood === 'refuses-address') done(refusal(550, 'no such person'));
        else if (this.mood === 'not-now') done(refusal(451, 'come again'));
        else done();
      },
      onData: (stream, session, done) => {
        if (this.mood === 'dies-in-data') {
          for (const socket of this.#sockets) socket.destroy();
          return;
        }
        void buffer(stream).then((bytes) => {
          const finish = () => {
            if (this.mood === 'never') return done(refusal(554, 'no'));
            const to = session.envelope.rcptTo.map(({ address }) => address);
            this.taken.push({ to, raw: bytes.toString() });
            done();
          };
          if (this.mood === 'dawdles') void this.#goesOn.promise.then(finish);
          else finish();
        });
      },
    });
    server.server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('error', () => undefined);
    return server;
  }

  /** Listens, again on the same port once it has one. */
  async up(): Promise<void> {
    const listening = this.#server.listen(this.port, '127.0.0.1');
    await once(listening, 'listening');
    this.port = (listening.address() as AddressInfo).port;
  }

  /** What it dawdles over it takes now. */
  goOn(): void {
    this.#goesOn.resolve();
  }

  async down(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => {
      this.#server.close(resolve);
    });
    this.#server = this.#make();
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.down();
  }
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

/** The letters to one address, as a mail program shows them. */
export const readBy = (server: MailServer, address: string): Read[] =>
  server.taken.filter(({ to }) => to.includes(address)).map(({ raw }) => readLetter(raw));
