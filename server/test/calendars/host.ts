import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server on this machine, at which calendars lie. */
export class Host implements AsyncDisposable {
  /** What it does with the next request. */
  answer: Answer;
  readonly asked: IncomingMessage[] = [];
  readonly #server = createServer((request, response) => {
    this.asked.push(request);
    this.answer(request, response);
  });

  private constructor(answer: Answer) {
    this.answer = answer;
  }

  static async open(answer: Answer, at = '127.0.0.1', port = 0): Promise<Host> {
    const host = new Host(answer);
    await new Promise<void>((done) => host.#server.listen(port, at, done));
    return host;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  url(path = '/a.ics', name = '127.0.0.1'): string {
    return `http://${name}:${String(this.port)}${path}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** Answers with a calendar. */
export const giving =
  (text: string | (() => string), headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/calendar', ...headers });
    response.end(typeof text === 'string' ? text : text());
  };

/** Leads on to somewhere else. */
export const leading =
  (location: string, status = 302): Answer =>
  (_, response) => {
    response.writeHead(status, { Location: location }).end();
  };
