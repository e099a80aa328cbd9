import type { DtlsView, RtpParametersView } from '@confab/shared';

/** Descriptions as a browser makes them. No packets follow: these tests are about signalling. */
let ssrc = 1000;

export const voice = (): RtpParametersView => ({
  mid: `a${ssrc}`,
  codecs: [
    {
      mimeType: 'audio/opus',
      payloadType: 111,
      clockRate: 48000,
      channels: 2,
      parameters: { useinbandfec: 1, usedtx: 1 },
      rtcpFeedback: [{ type: 'transport-cc' }],
    },
  ],
  headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1 }],
  encodings: [{ ssrc: (ssrc += 10) }],
  rtcp: { cname: 'someone' },
});

export const picture = (layers: 1 | 3 = 3): RtpParametersView => {
  ssrc += 10;
  return {
    mid: `v${ssrc}`,
    codecs: [
      {
        mimeType: 'video/VP8',
        payloadType: 96,
        clockRate: 90000,
        rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }],
      },
    ],
    headerExtensions: [],
    encodings: Array.from({ length: layers }, (_, layer) => ({
      ssrc: ssrc + layer,
      scalabilityMode: layers === 3 ? 'L1T3' : 'L1T1',
    })),
    rtcp: { cname: 'someone' },
  };
};

export const dtls: DtlsView = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('ab').join(':') }],
};
