import type { CheckState, DeviceState } from '#lib/media/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** A check's outcome: a sign and a sentence that helps. */
export interface Line {
  mark: 'good' | 'care' | 'wrong' | 'off' | 'asking';
  words: string;
}

/** @param name the other person's */
export function cameraLine(state: DeviceState, name: string): Line {
  switch (state) {
    case 'granted':
      return { mark: 'good', words: m.room_camera_good() };
    case 'off':
      return { mark: 'off', words: m.room_camera_is_off({ name }) };
    case 'asking':
      return { mark: 'asking', words: m.room_asking() };
    case 'denied':
      return { mark: 'wrong', words: m.room_camera_denied() };
    case 'busy':
      return { mark: 'wrong', words: m.room_camera_busy() };
    case 'insecure':
      return { mark: 'wrong', words: m.room_insecure() };
    case 'none':
      return { mark: 'care', words: m.room_camera_none({ name }) };
  }
}

/** @param name the other person's */
export function microphoneLine(state: DeviceState, name: string): Line {
  switch (state) {
    case 'granted':
      return { mark: 'good', words: m.room_microphone_good() };
    case 'off':
      return { mark: 'off', words: m.room_microphone_is_off() };
    case 'asking':
      return { mark: 'asking', words: m.room_asking() };
    case 'denied':
      return { mark: 'wrong', words: m.room_microphone_denied() };
    case 'busy':
      return { mark: 'wrong', words: m.room_microphone_busy() };
    case 'insecure':
      return { mark: 'wrong', words: m.room_insecure() };
    case 'none':
      return { mark: 'wrong', words: m.room_microphone_none({ name }) };
  }
}

/** @param roundTrip milliseconds */
export function connectionLine(
  state: CheckState,
  roundTrip: number | null,
  via: 'udp' | 'tcp' | null,
): Line {
  switch (state) {
    case 'idle':
    case 'checking':
      return { mark: 'asking', words: m.room_connection_checking() };
    case 'good':
      return { mark: 'good', words: m.room_connection_good({ ms: roundTrip ?? 0 }) };
    case 'fair':
      return {
        mark: 'care',
        words: via === 'tcp' ? m.room_connection_tcp() : m.room_connection_fair(),
      };
    case 'poor':
      return { mark: 'care', words: m.room_connection_poor() };
    case 'failed':
      return { mark: 'wrong', words: m.room_connection_failed() };
  }
}
