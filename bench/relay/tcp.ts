import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Delayed } from './delayed.ts';
import type { Distance, Way } from './way.ts';

/** Relays connections. The first bytes of each wait as long as its handshake would have taken. */
export async function relayTcp({ from, to }: Way, distance: Distance): Promise<void> {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ ...to, allowHalfOpen: true, noDelay: true });
    const shakenHands = performance.now() + distance.roundTrip;
    carry(near, far, () => Math.max(performance.now(), shakenHands) + distance.roundTrip / 2);
    carry(far, near, () => performance.now() + distance.roundTrip / 2);
  });
  server.listen(from.port, from.host);
  await once(server, 'listening');
}

function carry(source: Socket, target: Socket, due: () => number): void {
  const line = new Delayed();
  source.on('data', (bytes) => line.pass(due(), () => void target.write(bytes)));
  source.on('end', () => line.pass(due(), () => target.end()));
  source.on('error', () => line.pass(due(), () => target.destroy()));
  source.on('close', () => line.pass(due(), () => target.end()));
}
