import { request as ask, type IncomingMessage } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { mediaPath } from '@confab/shared';

/** What a node needs of a page's request; above all it gets no cookies. */
const passed = [
  'connection',
  'upgrade',
  'origin',
  'user-agent',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-extensions',
  'sec-websocket-protocol',
] as const;

export interface PassOn {
  http: HttpServer | HttpsServer;
  /** Whether a page may connect at all; decided here, before the node hears of it. */
  allows: (request: IncomingMessage) => boolean;
  /** Where the node listens on this machine. */
  node: { host: string; port: number };
}

/** Milliseconds within which the node has to answer. */
const patience = 5000;

/**
 * Passes pages' connections for `/media` on to the node on this machine, so that one origin and one
 * certificate remain. Bytes go through as they are, each way no faster than they are taken.
 * @returns ends those that are open
 */
export function passOn({ http, allows, node }: PassOn): Disposable {
  const open = new Set<Duplex>();
  http.on('upgrade', (request: IncomingMessage, page: Duplex, early: Buffer) => {
    if (!request.url?.startsWith(`${mediaPath}/`)) return;
    open.add(page);
    page.on('close', () => open.delete(page));
    page.on('error', () => page.destroy());
    if (!allows(request)) return refuse(page, '403 Forbidden');
    const headers = Object.fromEntries(
      passed.flatMap((name) => {
        const value = request.headers[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const asked = ask({ ...node, path: request.url, headers, timeout: patience });
    asked.on('timeout', () => asked.destroy(new Error('the node does not answer')));
    asked.on('error', () => refuse(page, '503 Service Unavailable'));
    asked.on('response', (answer) => {
      answer.resume();
      refuse(page, `${String(answer.statusCode)} ${answer.statusMessage ?? ''}`);
    });
    asked.on('upgrade', (answer, line, first) => {
      if (page.destroyed) return line.destroy();
      line.on('error', () => page.destroy());
      line.on('close', () => page.destroy());
      page.on('close', () => line.destroy());
      page.write(switching(answer));
      if (first.length > 0) line.unshift(first);
      if (early.length > 0) line.write(early);
      line.pipe(page);
      page.pipe(line);
    });
    page.on('close', () => asked.destroy());
    asked.end();
  });
  return {
    [Symbol.dispose]() {
      for (const page of open) page.destroy();
    },
  };
}

/** The node's answer as the page gets it. */
function switching({ rawHeaders }: IncomingMessage): string {
  const lines = ['HTTP/1.1 101 Switching Protocols'];
  for (let at = 0; at < rawHeaders.length; at += 2)
    lines.push(`${rawHeaders[at] ?? ''}: ${rawHeaders[at + 1] ?? ''}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function refuse(page: Duplex, status: string): void {
  if (!page.writable) return void page.destroy();
  page.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
