import type { NodeConfig, NodeFault } from './config/read.ts';

/** What kept a node from starting although its configuration could be read. */
export function startFault(
  error: unknown,
  { host, port, listen, workerBin }: Pick<NodeConfig, 'host' | 'port' | 'listen' | 'workerBin'>,
): NodeFault {
  const { code } = error as NodeJS.ErrnoException;
  const why = String(error);
  if (code === 'EADDRINUSE' || code === 'EACCES')
    return {
      variable: 'SFU_PORT',
      wrong: `it is not possible to listen on port ${port} (${code})`,
      mend: 'End what uses it, or give another port, here and at the server',
    };
  if (code === 'EADDRNOTAVAIL')
    return {
      variable: 'SFU_HOST',
      wrong: `this machine has no address ${host}`,
      mend: 'Give an address of this machine, or 0.0.0.0 for all',
    };
  if (/listen|bind|address|port/i.test(why))
    return {
      variable: 'MEDIA_PORT',
      wrong: `the media worker could not listen from port ${listen.port} on (${why})`,
      mend: 'End what uses it, or give another port, such as MEDIA_PORT=44500',
    };
  return {
    variable: 'MEDIASOUP_WORKER_BIN',
    wrong: `the media worker ${workerBin} did not start (${why})`,
    mend: 'Run npm run setup again, or name another worker',
  };
}
