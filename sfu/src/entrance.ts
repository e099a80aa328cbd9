import type { Instant, MediaAnswer, RoomGrant, RoomView } from '@confab/shared';
import type { Admitted } from './admission.ts';
import { answerCalls, type Desk } from './calls.ts';
import { nodeCapabilities } from './codecs.ts';
import type { Log } from './log.ts';
import type { MediaSocket } from './namespace.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { Probe } from './probe.ts';
import { probeTime, type Probes } from './probes.ts';
import { roomCalls } from './room-calls.ts';
import type { Room } from './room.ts';
import { Visitor } from './visitor.ts';
import type { WorkerSlot } from './worker-slot.ts';

export interface Entrance {
  clock: () => Instant;
  log: Log;
  announcedAddresses: readonly string[];
}

/** Shows an admitted connection to its room. */
export function enterRoom(
  socket: MediaSocket,
  grant: Admitted<RoomGrant>,
  room: Room,
  { clock, log, announcedAddresses }: Entrance,
): void {
  const visitor = new Visitor(socket, grant);
  visitor.prepared = room.awaited.take(grant.jti);
  room.visitors.add(visitor);
  socket.on('disconnect', () => {
    visitor.drop();
    room.visitors.delete(visitor);
    room.rest();
  });
  const desk: Desk = {
    log,
    run: (task) => room.queue.run(task),
    whyFailed: () => {
      if (room.closed) return 'room-closed';
      return room.slot?.server && socket.connected ? null : 'unavailable';
    },
  };
  const hear = answerCalls(socket, roomCalls({ room, visitor, clock, announcedAddresses }), desk);
  visitor.welcome(nodeCapabilities);
  const { join } = socket.handshake.auth;
  if (join !== undefined)
    hear('join', join, (answer) => visitor.tell('joined', answer as MediaAnswer<RoomView>));
}

/** Runs the network test of an admitted connection, for its short time. */
export function runProbe(
  socket: MediaSocket,
  slot: WorkerSlot | null,
  probes: Probes,
  { log, announcedAddresses }: Entrance,
): void {
  const probe = new Probe(socket, slot, announcedAddresses);
  const queue = new OneAtATime();
  const late = setTimeout(() => socket.disconnect(), probeTime);
  socket.on('disconnect', () => {
    clearTimeout(late);
    probe.close();
    probes.end();
  });
  answerCalls(socket, probe.calls, {
    log,
    run: (task) => queue.run(task),
    whyFailed: () => (slot?.server && socket.connected ? null : 'unavailable'),
  });
  socket.emit('welcome', { rtpCapabilities: nodeCapabilities });
}
