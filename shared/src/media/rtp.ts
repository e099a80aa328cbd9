import * as v from 'valibot';

/** RTP descriptions as mediasoup and its client speak them, with bounds on every part. */

const short = v.pipe(v.string(), v.maxLength(128));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(0xffffffff));
const few = <const Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(64));
const settings = v.pipe(
  v.record(short, v.union([v.pipe(v.string(), v.maxLength(512)), v.number(), v.boolean()])),
  v.check((map) => Object.keys(map).length <= 32),
);

/**
 * Header extensions that Confab carries. Video orientation is left out on purpose: without it the
 * sender turns the picture itself, with it some receivers show it rotated twice.
 */
const extensionUri = v.picklist([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
]);

type ExtensionUri = v.InferOutput<typeof extensionUri>;

/** Keeps the entries whose `uri` Confab carries; drops the others rather than refuse the whole. */
const carried = <const Entry extends v.GenericSchema<unknown, { uri: string }>>(entry: Entry) =>
  v.pipe(
    few(entry),
    v.transform((all) =>
      all.filter((extension): extension is typeof extension & { uri: ExtensionUri } =>
        v.is(extensionUri, extension.uri),
      ),
    ),
  );

const mediaKind = v.picklist(['audio', 'video']);
const feedback = v.exactOptional(few(v.object({ type: short, parameter: v.exactOptional(short) })));

export const rtpCapabilities = v.object({
  codecs: few(
    v.object({
      kind: mediaKind,
      mimeType: short,
      preferredPayloadType: whole,
      clockRate: whole,
      channels: v.exactOptional(whole),
      parameters: v.exactOptional(settings),
      rtcpFeedback: feedback,
    }),
  ),
  headerExtensions: carried(
    v.object({
      kind: mediaKind,
      uri: short,
      preferredId: whole,
      preferredEncrypt: v.exactOptional(v.boolean()),
      direction: v.exactOptional(v.picklist(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
    }),
  ),
});
export type RtpCapabilitiesView = v.InferOutput<typeof rtpCapabilities>;

export const rtpParameters = v.object({
  mid: v.exactOptional(short),
  msid: v.exactOptional(short),
  codecs: v.pipe(
    v.array(
      v.object({
        mimeType: short,
        payloadType: whole,
        clockRate: whole,
        channels: v.exactOptional(whole),
        parameters: v.exactOptional(settings),
        rtcpFeedback: feedback,
      }),
    ),
    v.minLength(1),
    v.maxLength(8),
  ),
  headerExtensions: carried(
    v.object({
      uri: short,
      id: whole,
      encrypt: v.exactOptional(v.boolean()),
      parameters: v.exactOptional(settings),
    }),
  ),
  encodings: v.pipe(
    v.array(
      v.object({
        ssrc: v.exactOptional(whole),
        rid: v.exactOptional(short),
        codecPayloadType: v.exactOptional(whole),
        rtx: v.exactOptional(v.object({ ssrc: whole })),
        dtx: v.exactOptional(v.boolean()),
        scalabilityMode: v.exactOptional(short),
        maxBitrate: v.exactOptional(whole),
      }),
    ),
    v.minLength(1),
    v.maxLength(3),
  ),
  rtcp: v.exactOptional(
    v.object({ cname: v.exactOptional(short), reducedSize: v.exactOptional(v.boolean()) }),
  ),
});
export type RtpParametersView = v.InferOutput<typeof rtpParameters>;
