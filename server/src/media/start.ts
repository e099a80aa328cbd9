import type { Fault } from '../config/config.ts';

/** Starts the media node, or says what keeps it from starting. */
export async function startMedia<Node>(
  { port, workerBin }: { port: number; workerBin: string },
  start: () => Promise<Node>,
): Promise<{ ok: true; node: Node } | { ok: false; fault: Fault }> {
  try {
    return { ok: true, node: await start() };
  } catch (error) {
    return { ok: false, fault: faultOf(String(error), port, workerBin) };
  }
}

const faultOf = (why: string, port: number, workerBin: string): Fault =>
  /listen|bind|address|port/i.test(why)
    ? {
        variable: 'MEDIA_PORT',
        wrong: `the media worker could not listen from port ${port} on (${why})`,
        mend: 'End what uses it, or give another port, such as MEDIA_PORT=44500',
      }
    : {
        variable: 'MEDIASOUP_WORKER_BIN',
        wrong: `the media worker ${workerBin} did not start (${why})`,
        mend: 'Run npm run setup again, or name another worker',
      };
