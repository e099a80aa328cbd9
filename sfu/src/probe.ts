import { accept, refuse, type Handlers } from './calls.ts';
import type { MediaSocket } from './namespace.ts';
import { createTransports, viewTransports, type Transports } from './transports.ts';
import type { WorkerSlot } from './worker-slot.ts';

export type ProbeCall = 'probe' | 'connect-transport' | 'echo';

/** The network test of one connection: messages come back over the same path as media. */
export class Probe {
  #socket: MediaSocket;
  #slot: WorkerSlot | null;
  #announcedAddresses: readonly string[];
  #transports: Transports | null = null;
  #closeRouter: (() => void) | null = null;
  #connected = new Set<string>();
  #echoing = false;

  constructor(socket: MediaSocket, slot: WorkerSlot | null, announcedAddresses: readonly string[]) {
    this.#socket = socket;
    this.#slot = slot;
    this.#announcedAddresses = announcedAddresses;
  }

  readonly calls: Handlers<ProbeCall> = {
    probe: async () => {
      if (this.#transports) return refuse('out-of-order');
      const router = await this.#slot?.createRouter([]);
      const server = this.#slot?.server;
      if (!router || !server) return refuse('unavailable');
      this.#closeRouter = () => router.close();
      if (!this.#socket.connected) return (this.close(), refuse('unavailable'));
      this.#transports = await createTransports(router, server, true);
      return accept(viewTransports(this.#transports, this.#announcedAddresses));
    },

    'connect-transport': async ({ transportId, dtlsParameters }) => {
      const { send, receive } = this.#transports ?? {};
      const transport = [send, receive].find((one) => one?.id === transportId);
      if (!transport) return refuse('not-found');
      if (this.#connected.has(transportId)) return refuse('out-of-order');
      this.#connected.add(transportId);
      await transport.connect({ dtlsParameters });
      return accept(null);
    },

    echo: async ({ stream }) => {
      if (!this.#transports || this.#echoing) return refuse('out-of-order');
      this.#echoing = true;
      const { send, receive } = this.#transports;
      const producer = await send.produceData({ sctpStreamParameters: stream });
      const consumer = await receive.consumeData({ dataProducerId: producer.id });
      return accept({
        producerId: producer.id,
        consumerId: consumer.id,
        stream: consumer.sctpStreamParameters ?? stream,
      });
    },
  };

  close(): void {
    this.#closeRouter?.();
    this.#closeRouter = null;
  }
}
