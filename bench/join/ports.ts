import type { Way } from '../relay/way.ts';

/** Where a side of the benchmark really is, and where browsers find it: behind the relay. */
export interface Place {
  signalling: { near: number; far: number };
  media: number;
}

/** Beside a Confab that runs on this machine already. */
export const confabPlace: Place = { signalling: { near: 3410, far: 3411 }, media: 15_440 };
export const demoPlace: Place = { signalling: { near: 3412, far: 3413 }, media: 15_450 };

/** A worker cannot announce another port than its own, so the relay has the same one elsewhere. */
export const workerHost = '127.0.0.1';
export const announcedHost = '127.0.0.2';

export const originOf = ({ signalling }: Place): string =>
  `http://localhost:${String(signalling.near)}`;

export const waysTo = ({ signalling, media }: Place): Way[] => [
  {
    protocol: 'tcp',
    from: { host: 'localhost', port: signalling.near },
    to: { host: '127.0.0.1', port: signalling.far },
  },
  ...(['udp', 'tcp'] as const).map((protocol) => ({
    protocol,
    from: { host: announcedHost, port: media },
    to: { host: workerHost, port: media },
  })),
];
