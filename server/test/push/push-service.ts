import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { certificate } from '../config/certificate.ts';

/** What it does with the next push: takes it, answers so, says nothing, or pours without end. */
export type Mood = 'takes' | number | 'silent' | 'pours';

export interface Taken {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A real push service in this process, over TLS on loopback, in any mood. */
export class PushService implements AsyncDisposable {
  mood: Mood = 'takes';
  /** The mood for one device. */
  readonly moods = new Map<string, Mood>();
  retryAfter: string | null = null;
  readonly taken: Taken[] = [];
  asked = 0;
  port = 0;
  #server: Server = this.#make();

  #make(): Server {
    // For this process alone; the others keep their list.
    setDefaultCACertificates([...getCACertificates('default'), certificate.cert]);
    return createServer(certificate, (request, response) => void this.#answer(request, response));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: path = '', headers } = request;
    // As it is now: whoever sees that it was asked may change it.
    const mood = this.moods.get(path.slice('/to/'.length)) ?? this.mood;
    this.asked += 1;
    const body = await buffer(request);
    if (mood === 'silent') return;
    if (mood === 'pours') {
      response.writeHead(201);
      const pour = setInterval(() => response.write(Buffer.alloc(4_096)), 1);
      response.once('close', () => {
        clearInterval(pour);
      });
    } else if (mood !== 'takes') {
      const elsewhere = mood >= 300 && mood < 400 && { Location: `${this.origin}/to/elsewhere` };
      const later = this.retryAfter !== null && { 'Retry-After': this.retryAfter };
      response.writeHead(mood, { ...elsewhere, ...later }).end('no');
      return;
    } else response.writeHead(201, { Location: `${this.origin}/message/1` }).end();
    this.taken.push({ path, headers, body });
  }

  /** Listens, again on the same port once it has one. */
  async up(): Promise<void> {
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    this.#server = this.#make();
  }

  get host(): string {
    return `localhost:${String(this.port)}`;
  }

  get origin(): string {
    return `https://${this.host}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.down();
  }
}
