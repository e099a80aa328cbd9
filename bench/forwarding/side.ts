import type { types } from 'mediasoup';
import { sent, Stream } from './stream.ts';

/** One router with a sender and those who get what it sends, on sockets that are alike for all. */
export interface Side {
  name: string;
  stream: Stream;
  /** Packets that have left the router so far. */
  passed: () => Promise<number>;
}

const listenIp = '127.0.0.1';

/**
 * Puts a sender and receivers into a router.
 * @param sinks ports on loopback where the packets end
 * @param heard whoever else listens to the voice
 */
export async function populate(
  name: string,
  router: types.Router,
  sinks: readonly number[],
  heard: (voice: types.Producer) => Promise<void> = () => Promise.resolve(),
): Promise<Side> {
  const receive = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: listenIp },
    comedia: true,
  });
  const picture = await receive.produce({
    kind: 'video',
    rtpParameters: sent.picture,
    keyFrameRequestDelay: 1000,
  });
  const voice = await receive.produce({ kind: 'audio', rtpParameters: sent.voice });
  await heard(voice);
  const { rtpCapabilities } = router;
  const consumers = await Promise.all(
    sinks.map(async (port) => {
      const send = await router.createPlainTransport({
        listenInfo: { protocol: 'udp', ip: listenIp },
      });
      await send.connect({ ip: listenIp, port });
      return Promise.all(
        [picture, voice].map(({ id }) =>
          send.consume({ producerId: id, rtpCapabilities, paused: false }),
        ),
      );
    }),
  );
  return {
    name,
    stream: await Stream.to(receive.tuple),
    passed: async () => {
      const stats = await Promise.all(consumers.flat().map((consumer) => consumer.getStats()));
      return stats
        .flat()
        .reduce((sum, one) => sum + (one.type === 'outbound-rtp' ? one.packetCount : 0), 0);
    },
  };
}
