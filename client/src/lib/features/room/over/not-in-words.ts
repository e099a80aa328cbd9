import { m } from '#lib/paraglide/messages.js';
import type { Standing } from '../visit.svelte.ts';

/** Why a person is not in the room, and what helps. */
export function notInWords(standing: Extract<Standing, { name: 'refused' | 'ended' }>): string {
  if (standing.name === 'ended')
    return standing.reason === 'evicted' ? m.room_evicted() : m.room_ended_moved();
  switch (standing.code) {
    case 'room-closed':
      return m.room_refused_closed();
    case 'room-full':
      return m.room_refused_full();
    case 'forbidden':
    case 'not-found':
      return m.room_evicted();
    case 'not-playable':
      return m.room_refused_browser();
    default:
      return m.room_refused();
  }
}
