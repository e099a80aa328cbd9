// A bare room on a bare node, asked in the order of mediasoup-demo: `node node.ts <bundle>`.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createWorker } from 'mediasoup';
import { WebSocketServer } from 'ws';
import { codecs } from '../../../sfu/src/codecs.ts';
import { announcedHost, demoPlace, workerHost } from '../ports.ts';
import { Guest } from './guest.ts';

const bundle = readFileSync(process.argv[2] ?? '');
const pageText =
  '<!doctype html><meta charset="utf-8"><title>Demo</title><video muted autoplay></video><script type="module" src="/page.js"></script>';

const workerBin = process.env['MEDIASOUP_WORKER_BIN'] ?? '';
const worker = await createWorker({ workerBin, logLevel: 'error' });
const server = await worker.createWebRtcServer({
  listenInfos: (['udp', 'tcp'] as const).map((protocol) => ({
    protocol,
    ip: workerHost,
    port: demoPlace.media,
    announcedAddress: announcedHost,
  })),
});
const router = await worker.createRouter({ mediaCodecs: codecs });
const guests = new Set<Guest>();

const http = createServer((request, response) => {
  const isCode = request.url === '/page.js';
  response.setHeader('content-type', isCode ? 'text/javascript' : 'text/html');
  response.end(isCode ? bundle : pageText);
});
new WebSocketServer({ server: http }).on('connection', (socket) => {
  const guest = new Guest({
    router,
    server,
    send: (text) => socket.send(text),
    others: () => guests,
  });
  guests.add(guest);
  socket.on('message', (text: Buffer) => void guest.hear(text.toString()));
  socket.on('close', () => {
    guests.delete(guest);
    guest.leave();
  });
});
http.listen(demoPlace.signalling.far, '127.0.0.1', () => process.send?.({ ready: true }));
// The worker ends with its process. mediasoup closes it at a signal, too, but goes on itself.
for (const end of ['disconnect', 'SIGTERM']) process.on(end, () => process.exit());
