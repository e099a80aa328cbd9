import { cameraWish, microphoneWish, screenWish } from './encodings.ts';

export type DeviceKind = 'camera' | 'microphone';

/** Why there is no track: refused, no such device, in use elsewhere, or no secure connection. */
export type NoTrack = 'denied' | 'none' | 'busy' | 'insecure';

export type Captured = { ok: true; track: MediaStreamTrack } | { ok: false; why: NoTrack };

/**
 * A camera's or microphone's track. A wish among others would not do: browsers prefer a camera that
 * fits the size better to the one that was chosen.
 * @param deviceId the one wished for; another if it is gone
 */
export async function capture(kind: DeviceKind, deviceId: string | null): Promise<Captured> {
  if (deviceId !== null) {
    const wished = await open(kind, { deviceId: { exact: deviceId } });
    if (wished.ok || wished.why !== 'none') return wished;
  }
  return open(kind, {});
}

function open(kind: DeviceKind, device: MediaTrackConstraints): Promise<Captured> {
  const wish = { ...(kind === 'camera' ? cameraWish : microphoneWish), ...device };
  return first(() => media().getUserMedia(kind === 'camera' ? { video: wish } : { audio: wish }));
}

/** What the person picks to show. Choosing nothing is `denied`. */
export const captureScreen = (): Promise<Captured> =>
  first(() => media().getDisplayMedia(screenWish));

async function first(ask: () => Promise<MediaStream>): Promise<Captured> {
  if (!canCapture()) return { ok: false, why: 'insecure' };
  try {
    const [track] = (await ask()).getTracks();
    return track ? { ok: true, track } : { ok: false, why: 'none' };
  } catch (error) {
    return { ok: false, why: whyNot(error) };
  }
}

/** Browsers hide cameras and microphones from pages without TLS, except on localhost. */
export const canCapture = (): boolean => 'mediaDevices' in navigator;

const media = (): MediaDevices => navigator.mediaDevices;

/** Reads the browser's exception. */
export function whyNot(error: unknown): NoTrack {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'denied';
  if (name === 'SecurityError') return 'insecure';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}
