/** The devices a person chose last on this computer. Null: the system's choice. */
export interface DeviceChoice {
  camera: string | null;
  microphone: string | null;
  speaker: string | null;
}

const key = 'confab.devices';
const none: DeviceChoice = { camera: null, microphone: null, speaker: null };

/** What was kept; the system's choice where storage is closed or holds something else. */
export function rememberedDevices(): DeviceChoice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return none;
    const text = (name: keyof DeviceChoice): string | null => {
      const value: unknown = Reflect.get(kept, name);
      return typeof value === 'string' ? value : null;
    };
    return { camera: text('camera'), microphone: text('microphone'), speaker: text('speaker') };
  } catch {
    return none;
  }
}

export function rememberDevices(choice: DeviceChoice): void {
  try {
    localStorage.setItem(key, JSON.stringify(choice));
  } catch {
    // Storage is closed to this page: the choice holds for this visit.
  }
}
