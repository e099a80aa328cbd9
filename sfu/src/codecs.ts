import { ortc } from 'mediasoup';
import type { RouterRtpCodecCapability } from 'mediasoup/types';
import { rtpCapabilities, type RtpCapabilitiesView } from '@confab/shared';
import * as v from 'valibot';

/** What every room carries: each current browser sends and plays both. */
export const codecs: RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90000 },
];

/** Bits per second that one person may send: camera in three sizes, screen and voice. */
export const mostSent = 8_000_000;

/** Bits per second with which a picture starts, before the path is measured. */
export const firstReceived = 1_000_000;

/**
 * What clients are told on connecting, the same for every room, less what Confab does not carry.
 * It follows from the codecs alone, so no router has to exist yet.
 */
export const nodeCapabilities: RtpCapabilitiesView = v.parse(rtpCapabilities, {
  headerExtensions: [],
  ...ortc.generateRouterRtpCapabilities(codecs),
});
