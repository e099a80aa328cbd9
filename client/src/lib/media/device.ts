import type { RtpCapabilitiesView } from '@confab/shared';
import type { types } from 'mediasoup-client';

const library = () => import('mediasoup-client');

/** Fetches the library while the call is still on its way to the node. */
export const fetchLibrary = (): void => void library().catch(() => undefined);

/** What this browser can send and play with the node. The library arrives only when it is needed. */
export async function loadDevice(capabilities: RtpCapabilitiesView): Promise<types.Device> {
  const { Device } = await library();
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: capabilities });
  return device;
}
