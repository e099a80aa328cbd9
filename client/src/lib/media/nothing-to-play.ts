import type { types } from 'mediasoup-client';

/**
 * A voice that nobody sends. The library opens the way here with the first thing it plays; this
 * opens it before there is anything.
 */
export function nothingToPlay(device: types.Device): types.ConsumerOptions | null {
  const codec = device.recvRtpCapabilities.codecs?.find(({ kind }) => kind === 'audio');
  if (!codec) return null;
  const { mimeType, preferredPayloadType: payloadType, clockRate, channels } = codec;
  return {
    id: 'nothing',
    producerId: 'nothing',
    kind: 'audio',
    rtpParameters: {
      mid: 'nothing',
      codecs: [{ mimeType, payloadType, clockRate, ...(channels ? { channels } : {}) }],
      encodings: [{ ssrc: 1 }],
      rtcp: { cname: 'nothing' },
    },
  };
}
