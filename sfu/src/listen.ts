import type { TransportListenInfo } from 'mediasoup/types';

/** Where media arrives. Worker number n listens on `port + n`, on UDP and TCP alike. */
export interface Listen {
  ip: string;
  port: number;
  /** Addresses or host names under which clients reach `ip`, best first; empty: `ip` itself. */
  announcedAddresses: string[];
}

/** The first announced address goes to the worker; the others are added to what clients are told. */
export function listenInfos(listen: Listen, worker: number): TransportListenInfo[] {
  const [announcedAddress] = listen.announcedAddresses;
  const shared = {
    ip: listen.ip,
    port: listen.port + worker,
    ...(announcedAddress === undefined ? {} : { announcedAddress }),
  };
  return [
    { protocol: 'udp', ...shared },
    { protocol: 'tcp', ...shared },
  ];
}
