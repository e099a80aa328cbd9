import { canCapture } from './capture.ts';

export interface DeviceName {
  id: string;
  label: string;
}

/** The cameras, microphones and speakers there are; follows what is plugged in and out. */
export class DeviceList {
  cameras = $state.raw<DeviceName[]>([]);
  microphones = $state.raw<DeviceName[]>([]);
  /** Empty where the browser cannot choose one. */
  speakers = $state.raw<DeviceName[]>([]);
  #refresh = (): void => void this.refresh();

  constructor() {
    if (canCapture()) navigator.mediaDevices.addEventListener('devicechange', this.#refresh);
  }

  /** Names are told only after a permission was given; call it again then. */
  async refresh(): Promise<void> {
    if (!canCapture()) return;
    const all = await navigator.mediaDevices.enumerateDevices();
    const named = (kind: MediaDeviceKind): DeviceName[] =>
      all
        .filter((device) => device.kind === kind && device.deviceId !== '')
        .map(({ deviceId: id, label }) => ({ id, label }));
    this.cameras = named('videoinput');
    this.microphones = named('audioinput');
    this.speakers = 'setSinkId' in HTMLMediaElement.prototype ? named('audiooutput') : [];
  }

  close(): void {
    if (canCapture()) navigator.mediaDevices.removeEventListener('devicechange', this.#refresh);
  }
}
