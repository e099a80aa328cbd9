// What is the least that keeps a message: socket.io, one raw insert, commits shared by what arrives
// together, synchronous=FULL; the answer and the push come after the commit, as ours do.
import { createServer } from 'node:http';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Server } from 'socket.io';

interface Waiting {
  message: { id: string; from: string; to: string; text: string };
  ack: (answer: unknown) => void;
}

const sqlite = new SqliteDatabase(join(process.env['CONFAB_DATA'] ?? '', 'bare.db'));
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = FULL');
sqlite.exec(
  'create table message (id text primary key, author text not null, reader text not null, text text not null, sent_at text not null) strict',
);
const insert = sqlite.prepare('insert into message values (?, ?, ?, ?, ?)');
const most = Number(process.argv[2] ?? 64);
const http = createServer();
const io = new Server(http, { transports: ['websocket'], maxHttpBufferSize: 64 * 1024 });
const waiting: Waiting[] = [];

function keep(): void {
  const batch = waiting.splice(0, most);
  sqlite.exec('begin');
  const at = new Date().toISOString();
  for (const { message } of batch)
    insert.run(message.id, message.from, message.to, message.text, at);
  sqlite.exec('commit');
  for (const { message, ack } of batch) {
    ack({ ok: true });
    const event = [{ kind: 'message', message }];
    io.to(message.from).emit('feed', event);
    io.to(message.to).emit('feed', event);
  }
  if (waiting.length > 0) setImmediate(keep);
}

io.on('connection', (socket) => {
  const from = String(socket.handshake.auth['id']);
  void socket.join(from);
  socket.on('query', (_name, _input, ack: Waiting['ack']) => {
    ack({ ok: true });
  });
  socket.on(
    'command',
    (_name, id: string, input: { to: string; text: string }, ack: Waiting['ack']) => {
      waiting.push({ message: { id, from, ...input }, ack });
      if (waiting.length === 1) setImmediate(keep);
    },
  );
});
process.on('disconnect', () => process.exit());
http.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  process.send?.({ origin: `http://127.0.0.1:${String(process.env['PORT'])}` });
});
