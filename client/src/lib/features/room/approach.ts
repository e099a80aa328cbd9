import { roomState } from '@confab/shared';
import type { Answer, QueryValue } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { makeDtlsEnd, type DtlsEnd } from '#lib/media/dtls-end.ts';
import { fetchLibrary } from '#lib/media/library.ts';
import { openMediaSocket, type MediaSocket } from '#lib/media/sockets.ts';

/** What was begun on the way to a room: admission is asked for, with transports for this browser's end. */
interface Approach {
  answer: Answer<QueryValue<'room.enter'>>;
  end: DtlsEnd | null;
  /** A line to this address, where the media node very likely is. */
  line: MediaSocket | null;
}

/** Milliseconds after which what was begun is not worth going on with. */
const fresh = 10_000;

let begun: { roomId: string; at: number; approach: Promise<Approach> } | null = null;

/**
 * A link to a room was followed: what takes a trip to the server begins at once, while the page is
 * still being fetched. Nothing of it is seen by anybody, and nothing is sent. @see W2
 */
export function setOut(roomId: string): void {
  const found = live.bookings.find(({ booking }) => booking.roomId === roomId);
  if (!found || roomState(found.booking, live.clock.now) !== 'open') return;
  fetchLibrary();
  begun = { roomId, at: performance.now(), approach: ask(roomId) };
}

/** Goes on with what was begun on the way, or begins. */
export function approach(roomId: string): Promise<Approach> {
  const mine = begun?.roomId === roomId && performance.now() - begun.at < fresh ? begun : null;
  begun = null;
  return mine?.approach ?? ask(roomId);
}

async function ask(roomId: string): Promise<Approach> {
  const line = live.connection.who?.mediaHere ? openMediaSocket('') : null;
  line?.io.open();
  setTimeout(() => {
    if (!line?.active) line?.disconnect();
  }, fresh);
  const end = await makeDtlsEnd();
  return { end, line, answer: await live.ask('room.enter', { roomId, dtls: end?.dtls ?? null }) };
}
