import type { MediaValue } from '@confab/shared';
import type { types } from 'mediasoup-client';

/** `good`: all fine. `fair`: usable. `poor`: expect trouble. `failed`: nothing came back. */
export type Verdict = 'good' | 'fair' | 'poor' | 'failed';

/** Messages that are sent, milliseconds between them, and for the last one to come back. */
const messages = 30;
const interval = 50;
const lastOne = 1_000;

/** @param roundTrips milliseconds of each message that came back */
export function judge(
  roundTrips: readonly number[],
  sent: number,
  via: 'udp' | 'tcp' | null,
): { verdict: Verdict; roundTrip: number | null; lost: number } {
  const middle = roundTrips.toSorted((a, b) => a - b)[Math.floor(roundTrips.length / 2)];
  const lost = sent === 0 ? 1 : 1 - roundTrips.length / sent;
  if (middle === undefined) return { verdict: 'failed', roundTrip: null, lost };
  const roundTrip = Math.round(middle);
  if (roundTrip > 400 || lost > 0.1) return { verdict: 'poor', roundTrip, lost };
  const fine = roundTrip <= 200 && lost <= 0.02 && via !== 'tcp';
  return { verdict: fine ? 'good' : 'fair', roundTrip, lost };
}

/** Sends the messages and measures what comes back over `receive`. */
export async function echoes(
  there: types.DataProducer,
  receive: types.Transport,
  signal: AbortSignal,
): Promise<{ roundTrips: number[]; sent: number }> {
  const { producerId, consumerId, stream } = receive.appData['echo'] as MediaValue<'echo'>;
  const back = await receive.consumeData({
    id: consumerId,
    dataProducerId: producerId,
    sctpStreamParameters: stream,
  });
  await Promise.all([opened(there, signal), opened(back, signal)]);
  const sentAt: number[] = [];
  const roundTrips: number[] = [];
  back.on('message', (number: unknown) => {
    const at = sentAt[Number(number)];
    if (at !== undefined) roundTrips.push(performance.now() - at);
  });
  for (let number = 0; number < messages && !signal.aborted; number += 1) {
    sentAt.push(performance.now());
    there.send(String(number));
    await pause(interval);
  }
  const until = performance.now() + lastOne;
  while (roundTrips.length < sentAt.length && performance.now() < until) await pause(interval);
  return { roundTrips, sent: sentAt.length };
}

async function opened(channel: types.DataProducer | types.DataConsumer, signal: AbortSignal) {
  while (channel.readyState !== 'open') {
    if (signal.aborted || channel.closed) throw new Error('the path did not open');
    await pause(20);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
