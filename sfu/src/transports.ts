import type { Router, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import type { CandidateView, TransportPair, TransportView } from '@confab/shared';
import { firstReceived, mostSent } from './codecs.ts';

/** The two transports of one client, in the node's terms: `send` is what the client sends on. */
export interface Transports {
  send: WebRtcTransport;
  receive: WebRtcTransport;
}

/** Makes both. @throws when the worker dies meanwhile */
export async function createTransports(
  router: Router,
  webRtcServer: WebRtcServer,
  data = false,
): Promise<Transports> {
  const options = { webRtcServer, preferUdp: true, enableSctp: data };
  const [send, receive] = await Promise.all([
    router.createWebRtcTransport(options),
    router.createWebRtcTransport({ ...options, initialAvailableOutgoingBitrate: firstReceived }),
  ]);
  await send.setMaxIncomingBitrate(mostSent);
  return { send, receive };
}

/** What the client needs to reach them, at any of the node's announced addresses. */
export const viewTransports = (
  { send, receive }: Transports,
  announcedAddresses: readonly string[],
): TransportPair => ({
  send: viewTransport(send, announcedAddresses),
  receive: viewTransport(receive, announcedAddresses),
});

function viewTransport(
  transport: WebRtcTransport,
  announcedAddresses: readonly string[],
): TransportView {
  const { id, iceParameters, dtlsParameters, sctpParameters } = transport;
  return {
    id,
    iceParameters,
    dtlsParameters,
    iceCandidates: candidates(transport, announcedAddresses),
    ...(sctpParameters ? { sctpParameters } : {}),
  };
}

/** A worker announces one address per socket; each further one is the same socket by another name. */
function candidates(
  { iceCandidates }: WebRtcTransport,
  announcedAddresses: readonly string[],
): CandidateView[] {
  const first = iceCandidates.map(({ tcpType: _, ...candidate }) => ({
    ...candidate,
    ...(candidate.protocol === 'tcp' ? { tcpType: 'passive' as const } : {}),
  }));
  const further = announcedAddresses.slice(1).flatMap((address, index) =>
    first.map((candidate) => ({
      ...candidate,
      address,
      ip: address,
      foundation: `${candidate.foundation}${index + 1}`,
      priority: candidate.priority - index - 1,
    })),
  );
  return [...first, ...further];
}
