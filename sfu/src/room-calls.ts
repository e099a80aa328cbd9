import { accept, refuse, type Handlers } from './calls.ts';
import { flowsAtOnce } from './flows-at-once.ts';
import { join, type Place } from './join.ts';
import type { Seat } from './seat.ts';
import type { SeatMedia } from './seat-media.ts';

/** The calls that a room grant admits to. */
export type RoomCall =
  | 'prepare'
  | 'join'
  | 'connect-transport'
  | 'restart-ice'
  | 'produce'
  | 'pause'
  | 'stop'
  | 'ready'
  | 'view'
  | 'leave';

/** Answers one visitor's calls in a room, each with the room to itself. */
export function roomCalls(place: Place): Handlers<RoomCall> {
  const { room, visitor } = place;
  const seated = (): { seat: Seat; media: SeatMedia } | null => {
    const { seat } = visitor;
    return seat?.media ? { seat, media: seat.media } : null;
  };

  return {
    async prepare() {
      if (visitor.seat || visitor.prepared) return refuse('out-of-order');
      const media = await room.createMedia();
      if (!media) return refuse('unavailable');
      if (!visitor.connected) return (media.close(), refuse('unavailable'));
      visitor.prepared = media;
      return accept(media.view(place.announcedAddresses));
    },

    join: (input) => join(place, input),

    async 'connect-transport'({ transportId, dtlsParameters }) {
      const media = visitor.seat?.media ?? visitor.prepared;
      const transport = media?.transport(transportId);
      if (!media || !transport) return refuse('not-found');
      if (!media.mayConnect(transport)) return refuse('out-of-order');
      await transport.connect({ dtlsParameters });
      return accept(null);
    },

    async 'restart-ice'({ transportId }) {
      const transport = (visitor.seat?.media ?? visitor.prepared)?.transport(transportId);
      return transport ? accept(await transport.restartIce()) : refuse('not-found');
    },

    async produce({ source, rtpParameters, paused }) {
      const here = seated();
      if (!here) return refuse('out-of-order');
      const { seat, media } = here;
      const producer = await media.produce(source, rtpParameters, paused);
      if (typeof producer === 'string') return refuse(producer);
      if (source === 'microphone') await room.hear(producer);
      await Promise.all(
        room.others(seat).map(async (other) => {
          const { personId } = seat.person;
          const { rtpCapabilities, tell } = other;
          const from = { personId, source, atOnce: flowsAtOnce(source, seat) };
          const playing = await other.media?.play(producer, from, rtpCapabilities, tell);
          if (playing) tell('consumer', playing.view());
        }),
      );
      return accept({ producerId: producer.id });
    },

    async pause({ source, paused }) {
      const producer = seated()?.media.producers.get(source);
      if (!producer) return refuse('not-found');
      await (paused ? producer.pause() : producer.resume());
      return accept(null);
    },

    async stop({ source }) {
      const producer = seated()?.media.producers.get(source);
      if (!producer) return refuse('not-found');
      producer.close();
      return accept(null);
    },

    async ready({ consumerIds }) {
      const here = seated();
      if (!here) return refuse('out-of-order');
      for (const id of consumerIds) await here.media.playing.get(id)?.ready();
      return accept(null);
    },

    async view({ pictures }) {
      const here = seated();
      if (!here) return refuse('out-of-order');
      for (const { consumerId, width, height } of pictures)
        await here.media.playing.get(consumerId)?.show(width, height);
      return accept(null);
    },

    async leave() {
      if (!visitor.seat) return refuse('out-of-order');
      visitor.seat.vacate();
      visitor.seat = null;
      return accept(null);
    },
  };
}
