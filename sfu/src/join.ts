import {
  toText,
  type Instant,
  type MediaAnswer,
  type MediaInput,
  type RoomView,
} from '@confab/shared';
import { accept, refuse } from './calls.ts';
import { flowsAtOnce } from './flows-at-once.ts';
import type { Playing } from './playing.ts';
import type { Room } from './room.ts';
import type { Seat } from './seat.ts';
import type { SeatMedia } from './seat-media.ts';
import type { Visitor } from './visitor.ts';

/** People in one room. */
const mostSeats = 16;

export interface Place {
  room: Room;
  visitor: Visitor;
  clock: () => Instant;
  announcedAddresses: readonly string[];
}

/** Takes the seat or returns to it, and says all the client needs for a running call. @see W5 */
export async function join(
  { room, visitor, clock, announcedAddresses }: Place,
  { rtpCapabilities, seatId, media: wish, leaveOther }: MediaInput<'join'>,
): Promise<MediaAnswer<RoomView>> {
  const { personId } = visitor.grant;
  const givenUp = seatId === null ? undefined : room.givenUp.get(seatId);
  if (givenUp) return refuse(givenUp);
  const held = room.seats.get(personId);
  const mustAsk = (): boolean => !leaveOther && room.isElsewhere(personId);
  if (mustAsk()) return refuse('seated-elsewhere');
  if (!held && room.seats.size >= mostSeats) return refuse('room-full');

  const own = held && (held.id === seatId || held === visitor.seat) ? held : null;
  const kept = wish === 'kept' && own?.media && !own.media.closed ? own.media : null;
  const media = kept ?? visitor.prepared ?? (await room.createMedia());
  if (!media) return refuse('unavailable');
  const atOtherNode = !own && (await room.isAtOtherNode(personId, leaveOther));
  if (room.closed || !visitor.connected || own?.ended || media.closed) {
    if (media !== kept) media.close();
    return refuse(room.closed ? 'room-closed' : 'unavailable');
  }
  // Another room here may have seated them while the media was made.
  if (atOtherNode || mustAsk()) {
    if (media !== kept) visitor.prepared = media;
    return refuse('seated-elsewhere');
  }

  const seat = own ?? room.seat(visitor);
  visitor.prepared = null;
  visitor.seat = seat;
  seat.rtpCapabilities = rtpCapabilities;
  seat.renew(media);
  seat.attach(visitor);
  const playing = await playOthers(room, seat, media);
  if (media.closed) return refuse('unavailable');
  return accept({
    seatId: seat.id,
    transports: kept ? null : media.view(announcedAddresses),
    closesAt: toText(room.closesAt),
    now: toText(clock()),
    people: room.others(seat).map(({ person }) => person),
    consumers: playing.filter(({ consumer }) => !consumer.closed).map((one) => one.view()),
    sending: [...media.producers.keys()],
  });
}

/** All that others send, also what was begun while the caller was away. */
async function playOthers(room: Room, seat: Seat, media: SeatMedia): Promise<Playing[]> {
  const all = room.others(seat).flatMap((other) =>
    [...(other.media?.producers ?? [])].map(([source, producer]) => {
      const from = { personId: other.person.personId, source, atOnce: flowsAtOnce(source, other) };
      return media.play(producer, from, seat.rtpCapabilities, seat.tell);
    }),
  );
  return (await Promise.all(all)).filter((playing) => playing !== null);
}
