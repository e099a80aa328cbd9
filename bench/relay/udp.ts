import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { Delayed } from './delayed.ts';
import type { Distance, Way } from './way.ts';

/** Relays packets; each sender gets a socket of its own to the other side, as behind a NAT. */
export async function relayUdp({ from, to }: Way, distance: Distance): Promise<void> {
  const near = createSocket('udp4');
  const senders = new Map<string, (packet: Buffer) => void>();
  const due = () => performance.now() + distance.roundTrip / 2;
  near.on('message', (packet, { address, port }) => {
    const sender = `${address}:${String(port)}`;
    let send = senders.get(sender);
    if (!send) {
      const back = (answer: Buffer) => near.send(answer, port, address);
      senders.set(sender, (send = open(to, due, back)));
    }
    send(packet);
  });
  await bound(near, from.port, from.host);
}

function open(to: Way['to'], due: () => number, back: (packet: Buffer) => void) {
  const there = new Delayed();
  const here = new Delayed();
  const far = createSocket('udp4');
  far.on('message', (packet) => here.pass(due(), () => back(packet)));
  // Nobody listens there for a moment, as when a worker is replaced: packets are lost, no more.
  far.on('error', () => undefined);
  return (packet: Buffer) => there.pass(due(), () => far.send(packet, to.port, to.host));
}

async function bound(socket: Socket, port: number, host: string): Promise<void> {
  socket.bind(port, host);
  await once(socket, 'listening');
}
