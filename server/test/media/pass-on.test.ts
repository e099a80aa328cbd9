import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, createServer as createNetServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { passOn } from '../../src/media/pass-on.ts';
import { after, Apart, origin } from './apart.ts';
import { call } from './caller.ts';

const patience = { timeout: 15_000 };

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;

/** The application's server, which passes connections on to a node at this port. */
async function front(port: number) {
  const http: Server = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const passing = passOn({
    http,
    allows: ({ headers }) => headers.origin === origin,
    node: { host: '127.0.0.1', port },
  });
  return {
    port: portOf(http),
    url: `http://127.0.0.1:${String(portOf(http))}`,
    passing,
    [Symbol.dispose]() {
      passing[Symbol.dispose]();
      http.close();
    },
  };
}

/** What an upgrade gets for an answer, from its first line to its end. */
async function upgrade(port: number, headers: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const lines = ['GET /media/?EIO=4&transport=websocket HTTP/1.1', 'Host: mentors.example.org'];
  socket.write(
    [...lines, 'Connection: Upgrade', 'Upgrade: websocket', ...headers, '', ''].join('\r\n'),
  );
  return text(socket);
}

test('a call goes through the server to the node and back', async () => {
  await using apart = await Apart.open();
  const { url, port } = await apart.node(14_121);
  const { line, attendance, connected } = apart.line(url);
  await vi.waitUntil(connected, patience);
  using server = await front(port);
  const roomId = randomUUID();
  await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const ada = await call(server.url, await apart.grant(roomId));
  await ada.join();
  await vi.waitUntil(() => attendance.length === 1, patience);
  expect(attendance[0]?.roomId).toBe(roomId);

  server.passing[Symbol.dispose]();
  await vi.waitUntil(() => ada.socket.disconnected, patience);
});

test('the node gets what it needs of the request, and no cookies', async () => {
  let asked = '';
  const node = createNetServer((socket) => {
    socket.on('data', (bytes) => {
      asked += bytes.toString();
      socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(node, 'listening');
  using server = await front(portOf(node));
  const headers = [
    `Origin: ${origin}`,
    'Cookie: session=secret',
    'Authorization: Bearer secret',
    'X-Forwarded-For: 192.0.2.1',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ];
  expect(await upgrade(server.port, headers)).toMatch(/^HTTP\/1.1 400 /);
  expect(asked).toContain('sec-websocket-key');
  expect(asked).toContain(origin);
  expect(asked.toLowerCase()).not.toMatch(/cookie|authorization|forwarded|secret/);
  node.close();
});

test('another page’s request ends at the server', async () => {
  let asked = 0;
  const node = createNetServer(() => (asked += 1)).listen(0, '127.0.0.1');
  await once(node, 'listening');
  using server = await front(portOf(node));
  const answer = await upgrade(server.port, ['Origin: https://elsewhere.example.org']);
  expect(answer).toMatch(/^HTTP\/1.1 403 /);
  expect(asked).toBe(0);
  node.close();
});

test('while no node listens, pages are told to come later', async () => {
  const gone = createNetServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const port = portOf(gone);
  gone.close();
  await once(gone, 'close');
  using server = await front(port);
  expect(await upgrade(server.port, [`Origin: ${origin}`])).toMatch(/^HTTP\/1.1 503 /);
});
