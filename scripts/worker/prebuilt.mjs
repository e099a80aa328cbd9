// @ts-check
// mediasoup's own build of the worker, from its release page. Where there is no way out to the
// internet this gives up within seconds and we build instead.
import { chmodSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

const releases = 'https://github.com/versatica/mediasoup/releases/download';
const timeoutMs = 5_000;

/**
 * @param {string} version  mediasoup's
 * @param {string} room     an empty folder
 * @returns {Promise<string | undefined>} the path of the binary in `room`, or nothing
 */
export async function fetchPrebuilt(version, room) {
  // The same switch that mediasoup's own installer has.
  if (process.env['MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD']) return undefined;
  const kernel = process.platform === 'linux' ? `-kernel${release().split('.')[0]}` : '';
  const name = `mediasoup-worker-${version}-${process.platform}-${process.arch}${kernel}.tgz`;
  try {
    const answer = await fetch(`${releases}/${version}/${name}`, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) return undefined;
    const archive = join(room, name);
    writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
    await run('tar', ['-xzf', archive, '-C', room]);
    const binary = join(room, 'mediasoup-worker');
    chmodSync(binary, 0o755);
    return binary;
  } catch {
    return undefined; // No network, no such file, no such kernel: a build answers them all.
  }
}
