import type { TransportPair } from '@confab/shared';
import type { types } from 'mediasoup-client';
import { loadDevice } from './device.ts';
import { echoes, judge, type Verdict } from './echo.ts';
import { NodeLink } from './node-link.ts';
import type { OpenMediaSocket } from './sockets.ts';
import type { GetTicket } from './ticket.ts';

export type CheckState = 'idle' | 'checking' | Verdict;

/** Milliseconds after which a path that has not opened counts as failed. */
const patience = 12_000;

/** Sends a few messages to the node and back, over the way that sound and picture would take. */
export class NetworkCheck {
  state = $state<CheckState>('idle');
  /** Milliseconds there and back, the middle one. */
  roundTrip = $state<number | null>(null);
  /** Share of messages that did not come back, 0 to 1. */
  lost = $state<number | null>(null);
  /** TCP works, but stutters where UDP would not. */
  via = $state<'udp' | 'tcp' | null>(null);
  #ticket: GetTicket;
  #open: OpenMediaSocket | undefined;
  #cancel: () => void = () => undefined;

  /** @param ticket `room.probe` */
  constructor({ ticket, open }: { ticket: GetTicket; open?: OpenMediaSocket }) {
    this.#ticket = ticket;
    this.#open = open;
  }

  /** Resolves when the verdict is there. A check under way is begun anew. */
  async run(): Promise<void> {
    this.close();
    const mine = new AbortController();
    this.#cancel = () => mine.abort();
    this.state = 'checking';
    this.roundTrip = this.lost = this.via = null;
    const late = setTimeout(() => mine.abort('late'), patience);
    const verdict = await this.#check(mine.signal).catch(() => 'failed' as const);
    clearTimeout(late);
    if (!mine.signal.aborted || mine.signal.reason === 'late') this.state = verdict;
    mine.abort();
  }

  /** Ends a check under way. */
  close(): void {
    this.#cancel();
    this.state = 'idle';
  }

  async #check(signal: AbortSignal): Promise<Verdict> {
    const { link, device } = await this.#connect(signal);
    signal.addEventListener('abort', () => link.close());
    const answer = await link.call('probe', {});
    if (!answer.ok) return 'failed';
    const { send, receive } = transports(device, answer.value, link, signal);
    const there = await send.produceData({ ordered: false, maxRetransmits: 0 });
    const { roundTrips, sent } = await echoes(there, receive, signal);
    this.via = await pathOf(send);
    const { verdict, roundTrip, lost } = judge(roundTrips, sent, this.via);
    this.roundTrip = roundTrip;
    this.lost = lost;
    return verdict;
  }

  async #connect(signal: AbortSignal): Promise<{ link: NodeLink; device: types.Device }> {
    return new Promise((resolve, reject) => {
      const failed = () => reject(new Error('no connection to the media node'));
      const link: NodeLink = new NodeLink({
        ticket: this.#ticket,
        open: this.#open,
        onConnected: (capabilities) =>
          void loadDevice(capabilities).then((device) => resolve({ link, device }), reject),
        onLost: failed,
        onRefused: failed,
      });
      signal.addEventListener('abort', () => (link.close(), failed()));
    });
  }
}

/** Both transports; the echo's numbers come with the answer to `echo`. */
function transports(
  device: types.Device,
  pair: TransportPair,
  link: NodeLink,
  signal: AbortSignal,
): { send: types.Transport; receive: types.Transport } {
  const send = device.createSendTransport(pair.send);
  const receive = device.createRecvTransport(pair.receive);
  signal.addEventListener('abort', () => (send.close(), receive.close()));
  for (const transport of [send, receive])
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      const input = { transportId: transport.id, dtlsParameters };
      void link
        .call('connect-transport', input)
        .then((answer) => (answer.ok ? done() : failed(new Error(answer.code))));
    });
  send.on('producedata', ({ sctpStreamParameters }, done, failed) => {
    const { streamId = 0, ordered = true } = sctpStreamParameters;
    const stream = { streamId, ordered, ...(ordered ? {} : { maxRetransmits: 0 }) };
    void link.call('echo', { stream }).then((answer) => {
      if (!answer.ok) return failed(new Error(answer.code));
      receive.appData['echo'] = answer.value;
      done({ id: answer.value.producerId });
    });
  });
  return { send, receive };
}

/** UDP or TCP, by the pair of addresses in use. */
async function pathOf(transport: types.Transport): Promise<'udp' | 'tcp' | null> {
  const stats = [...(await transport.getStats()).values()] as Record<string, unknown>[];
  const inUse = stats.find((one) => one['type'] === 'transport')?.['selectedCandidatePairId'];
  const pair = stats.find((one) =>
    inUse === undefined ? one['nominated'] === true : one['id'] === inUse,
  );
  const remote = stats.find((one) => one['id'] === pair?.['remoteCandidateId']);
  const protocol = remote?.['protocol'];
  return protocol === 'udp' || protocol === 'tcp' ? protocol : null;
}
