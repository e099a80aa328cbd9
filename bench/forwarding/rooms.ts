import { randomUUID } from 'node:crypto';
import { createWorker } from 'mediasoup';
import type { types } from 'mediasoup';
import { Temporal } from '@confab/shared';
import { codecs } from '../../sfu/src/codecs.ts';
import { Room } from '../../sfu/src/room.ts';
import { WayBack } from '../../sfu/src/way-back.ts';
import { WorkerSlot } from '../../sfu/src/worker-slot.ts';

const workerBin = (): string => {
  const path = process.env['MEDIASOUP_WORKER_BIN'];
  if (path === undefined) throw new Error('there is no media worker yet: run `npm run setup`');
  return path;
};

/** A worker with nothing of ours around it. */
export async function bareWorker(): Promise<types.Worker & AsyncDisposable> {
  const worker = await createWorker({ workerBin: workerBin(), logLevel: 'error' });
  return Object.assign(worker, {
    [Symbol.asyncDispose]: () => Promise.resolve(worker.close()),
  });
}

export const bareRouter = (worker: types.Worker): Promise<types.Router> =>
  worker.createRouter({ mediaCodecs: codecs });

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The place of a worker as the media node has it. @param port of its media */
export async function ourWorker(port: number): Promise<WorkerSlot & AsyncDisposable> {
  const slot = await WorkerSlot.create({
    index: 0,
    workerBin: workerBin(),
    listen: { ip: '127.0.0.1', port, announcedAddresses: [] },
    log: quiet,
    onDied: () => undefined,
    onReplaced: () => undefined,
  });
  return Object.assign(slot, { [Symbol.asyncDispose]: () => slot.close() });
}

/** A room of ours on this worker, with its router; nobody is in it. */
export async function ourRoom(slot: WorkerSlot): Promise<{ room: Room; router: types.Router }> {
  const room = new Room(randomUUID(), Temporal.Now.instant().add({ hours: 1 }), {
    clock: () => Temporal.Now.instant(),
    wayBack: new WayBack(30_000),
    chooseSlot: () => slot,
    attended: () => undefined,
    elsewhere: () => null,
    atOtherNode: () => Promise.resolve('free'),
  });
  const media = await room.createMedia();
  if (!media) throw new Error('the worker is gone');
  media.close();
  return { room, router: media.router };
}
