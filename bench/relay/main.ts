// A process that stands in front of others and makes them far away: `node main.ts <ways as JSON>`.
// Told `{ roundTrip }`, in milliseconds, it is that far from then on.
import { relayTcp } from './tcp.ts';
import { relayUdp } from './udp.ts';
import type { Distance, Way } from './way.ts';

const ways = JSON.parse(process.argv[2] ?? '[]') as Way[];
const distance: Distance = { roundTrip: 0 };
for (const way of ways) await (way.protocol === 'tcp' ? relayTcp : relayUdp)(way, distance);
process.on('message', ({ roundTrip }: Distance) => {
  distance.roundTrip = roundTrip;
  process.send?.({ roundTrip });
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
