import type { MediaSource } from '@confab/shared';
import type { types } from 'mediasoup-client';

/** What cameras are asked for; three simulcast layers are made of it. */
export const cameraWish = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
} satisfies MediaTrackConstraints;

export const microphoneWish = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
} satisfies MediaTrackConstraints;

/** Text has to stay sharp; movement may be slow. */
export const screenWish = {
  video: { frameRate: { ideal: 15, max: 30 } },
  audio: false,
} satisfies DisplayMediaStreamOptions;

type SendOptions = Pick<types.ProducerOptions, 'encodings' | 'codecOptions'>;

/** How each source is encoded; bits per second. A quarter, a half and the whole of 1280 × 720. */
export const sendOptions: Record<MediaSource, SendOptions> = {
  microphone: { codecOptions: { opusDtx: true, opusFec: true, opusStereo: false } },
  camera: {
    encodings: [
      { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
      { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
      { scaleResolutionDownBy: 1, maxBitrate: 1_700_000, scalabilityMode: 'L1T3' },
    ],
    codecOptions: { videoGoogleStartBitrate: 1000 },
  },
  screen: { encodings: [{ maxBitrate: 2_500_000 }] },
};
