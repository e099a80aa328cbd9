// Where packets end: a process with this many sockets, that reads and forgets. `node sinks.ts <count>`
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const ports = await Promise.all(
  Array.from({ length: Number(process.argv[2]) }, async () => {
    const socket = createSocket({ type: 'udp4', recvBufferSize: 1 << 20 });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return socket.address().port;
  }),
);
process.on('disconnect', () => process.exit());
process.send?.({ ports });
