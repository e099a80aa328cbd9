// Bare socket.io with the same transport: a line for everybody, and an answer to what they ask.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { answerMemory } from '../frame/memory.ts';

const http = createServer((_, response) => response.end('{}'));
const io = new Server(http, { transports: ['websocket'], maxHttpBufferSize: 64 * 1024 });
io.on('connection', (socket) => {
  void socket.join(String(socket.handshake.auth['id']));
  socket.on('query', (_name, _input, answer: (said: unknown) => void) => {
    answer({ ok: true, value: { events: [], more: false } });
  });
  socket.on('command', (_name, _id, _input, answer: (said: unknown) => void) => {
    answer({ ok: true });
  });
});
answerMemory();
for (const end of ['disconnect', 'SIGTERM']) process.on(end, () => process.exit());
http.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  process.send?.({ origin: process.env['ORIGIN'] });
});
