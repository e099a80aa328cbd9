import type { types as client } from 'mediasoup-client';

/** What the one asks and the other answers, in either direction; as in mediasoup-demo. */
export interface Requests {
  getRouterRtpCapabilities: { asks: null; answers: client.RtpCapabilities };
  createWebRtcTransport: { asks: null; answers: client.TransportOptions };
  connectWebRtcTransport: {
    asks: { transportId: string; dtlsParameters: client.DtlsParameters };
    answers: null;
  };
  join: { asks: { rtpCapabilities: client.RtpCapabilities; receiving: string }; answers: null };
  produce: {
    asks: { transportId: string; kind: client.MediaKind; rtpParameters: client.RtpParameters };
    answers: { id: string };
  };
  /** From the node. Its answer lets the consumer flow. */
  newConsumer: { asks: client.ConsumerOptions; answers: null };
}
export type RequestName = keyof Requests;

export type Answering = {
  [Name in RequestName]?: (asked: Requests[Name]['asks']) => Promise<Requests[Name]['answers']>;
};

type Said = { id: number } & ({ name: RequestName; asked: unknown } | { answer: unknown });

/** Requests both ways over a WebSocket, by number. */
export class Peer {
  readonly #send: (text: string) => void;
  readonly #answering: Answering;
  readonly #open = new Map<number, (answer: never) => void>();
  #count = 0;

  constructor(send: (text: string) => void, answering: Answering) {
    this.#send = send;
    this.#answering = answering;
  }

  ask<Name extends RequestName>(
    name: Name,
    asked: Requests[Name]['asks'],
  ): Promise<Requests[Name]['answers']> {
    const id = ++this.#count;
    this.#send(JSON.stringify({ id, name, asked }));
    return new Promise((resolve) => this.#open.set(id, resolve));
  }

  async hear(text: string): Promise<void> {
    const said = JSON.parse(text) as Said;
    if ('answer' in said) {
      this.#open.get(said.id)?.(said.answer as never);
      return void this.#open.delete(said.id);
    }
    const answerer = this.#answering[said.name] as (asked: unknown) => Promise<unknown>;
    this.#send(JSON.stringify({ id: said.id, answer: await answerer(said.asked) }));
  }
}
