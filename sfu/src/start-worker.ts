import { createWorker } from 'mediasoup';
import type { Worker, WorkerSettings } from 'mediasoup/types';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * A worker that ends when it is closed. By itself mediasoup would close it as soon as this process is
 * told to end, and with it every call, while the process waits for the last of them.
 */
export function startWorker(settings: WorkerSettings): Promise<Worker> {
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const started = createWorker(settings);
  for (const [index, signal] of signals.entries())
    for (const listener of process.listeners(signal))
      if (!before[index]?.has(listener)) process.removeListener(signal, listener);
  return started;
}
