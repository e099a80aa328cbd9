import type { DeviceKeys } from './encrypt.ts';

/** What a device is told, ready to go. */
export interface Push extends DeviceKeys {
  endpoint: string;
  /** JSON for the service worker. */
  payload: string;
  /** Seconds for which the service keeps it for a device that is off. */
  lasts: number;
  isUrgent: boolean;
  /** A later one under the same name takes the place of this, while it waits; at most 32 letters. */
  replaces: string;
}

/** What a push service answered that is no success. */
export class PushRefused extends Error {
  override name = 'PushRefused';
  readonly status: number;
  /** Milliseconds after which it may be asked again, if it said so. */
  readonly wait: number | undefined;

  constructor(status: number, wait: number | undefined) {
    super(`answered ${String(status)}`);
    this.status = status;
    this.wait = wait;
  }
}
