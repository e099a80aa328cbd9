import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Tree } from '../check/tree-on-disk.ts';
import { cachedWorker, cacheFolder, isWorker } from './cache.mjs';
import { locateWorker } from './locate.mjs';
import { inParallel } from './run.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a worker', () => {
  test('is what ends with 41 when it is not told a version', () => {
    using tree = new Tree({
      worker: '#!/bin/sh\n[ -z "$MEDIASOUP_VERSION" ] && exit 41\nexit 0\n',
      broken: '#!/bin/sh\nexit 127\n',
      plain: 'not a program',
    });
    const path = (name: string) => join(tree.root, name);
    for (const name of ['worker', 'broken']) chmodSync(path(name), 0o755);
    vi.stubEnv('MEDIASOUP_VERSION', '3.0.0');
    expect(isWorker(path('worker'))).toBe(true);
    expect(['broken', 'plain', 'absent'].map((name) => isWorker(path(name)))).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('that was named but does not run is refused, not passed over', () => {
    vi.stubEnv('MEDIASOUP_WORKER_BIN', '/bin/true');
    expect(() => locateWorker()).toThrow('MEDIASOUP_WORKER_BIN is /bin/true');
  });

  test('is there for the tests', () => {
    expect(locateWorker()).toSatisfy(isWorker);
  });
});

test('the cache lies outside the checkout, one place per version', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/confab/worker');
  expect(cachedWorker('3.1.0', '/c')).not.toBe(cachedWorker('3.2.0', '/c'));
  expect(cachedWorker('3.1.0', '/c')).toMatch(
    /^\/c\/3\.1\.0-\w+-\w+-[0-9a-f]{16}\/mediasoup-worker$/,
  );
});

test('of jobs done in parallel, the first failure stops the rest', async () => {
  const begun: number[] = [];
  const work = async (job: number, signal: AbortSignal) => {
    begun.push(job);
    if (job === 2) throw new Error('the compiler said no');
    await new Promise((done) => signal.addEventListener('abort', done));
  };
  await expect(inParallel([1, 2, 3, 4], 2, work)).rejects.toThrow('the compiler said no');
  expect(begun).toEqual([1, 2]);
});
