import type { RtpCapabilitiesView } from '@confab/shared';
import type { types } from 'mediasoup-client';
import { library } from './library.ts';

/** What this browser can send and play with the node. The library arrives only when it is needed. */
export async function loadDevice(capabilities: RtpCapabilitiesView): Promise<types.Device> {
  const { Device } = await library();
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: capabilities });
  return device;
}
