import type { types } from 'mediasoup';
import { rtpParameters, Stream } from './stream.ts';

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
 */
export async function populate(
  name: string,
  router: types.Router,
  sinks: readonly number[],
): Promise<Side> {
  const receive = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: listenIp },
    comedia: true,
  });
  const producer = await receive.produce({
    kind: 'video',
    rtpParameters,
    keyFrameRequestDelay: 1000,
  });
  const { rtpCapabilities } = router;
  const consumers = await Promise.all(
    sinks.map(async (port) => {
      const send = await router.createPlainTransport({
        listenInfo: { protocol: 'udp', ip: listenIp },
      });
      await send.connect({ ip: listenIp, port });
      return send.consume({ producerId: producer.id, rtpCapabilities, paused: false });
    }),
  );
  return {
    name,
    stream: await Stream.to(receive.tuple),
    passed: async () => {
      const stats = await Promise.all(consumers.map((consumer) => consumer.getStats()));
      return stats
        .flat()
        .reduce((sum, one) => sum + (one.type === 'outbound-rtp' ? one.packetCount : 0), 0);
    },
  };
}
