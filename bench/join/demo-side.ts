import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Process } from '../frame/process.ts';
import { openWindow, type Visit } from './browser.ts';
import { bundle } from './demo/bundle.ts';
import { demoPlace, originOf } from './ports.ts';
import type { Side } from './side.ts';

/** mediasoup-demo's order of messages, on a bare page and a bare node. */
export async function demoSide(browser: Browser): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), 'confab-bench-'));
  const main = join(import.meta.dirname, 'demo/node.ts');
  const node = await Process.start(main, [await bundle(folder)]);
  const other = await enter(browser);
  await other.page.evaluate(() => window.join());
  return {
    name: 'mediasoup-demo order',
    cold: async () => {
      await using one = await enter(browser);
      return await one.page.evaluate(async () => {
        const began = performance.now();
        void window.join();
        return (await window.firstFrame) - began;
      });
    },
    warm: null,
    async [Symbol.asyncDispose]() {
      await other[Symbol.asyncDispose]();
      await node[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The page with all its code, before anything is asked. */
async function enter(browser: Browser): Promise<Visit> {
  const one = await openWindow(browser);
  await one.page.goto(originOf(demoPlace));
  await one.page.waitForFunction(() => 'join' in window);
  return one;
}
