/** From where to where something is relayed: what arrives at `from` goes on to `to`. */
export interface Way {
  protocol: 'tcp' | 'udp';
  from: { host: string; port: number };
  to: { host: string; port: number };
}

/** Milliseconds that the ways add to a round trip, now. */
export interface Distance {
  roundTrip: number;
}
