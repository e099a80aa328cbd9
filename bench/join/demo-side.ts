import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Folder } from '../frame/folder.ts';
import { Process } from '../frame/process.ts';
import { within } from '../frame/within.ts';
import { openWindow, type Visit } from './browser.ts';
import { bundle } from './demo/bundle.ts';
import { demoPlace, originOf } from './ports.ts';
import type { Side } from './side.ts';

/** mediasoup-demo's order of messages, on a bare page and a bare node. */
export async function demoSide(browser: Browser): Promise<Side> {
  await using opening = new AsyncDisposableStack();
  const folder = opening.use(new Folder());
  const main = join(import.meta.dirname, 'demo/node.ts');
  opening.use(await Process.start(main, [await bundle(folder.path)]));
  const other = opening.use(await enter(browser));
  await within(
    60,
    'somebody sits in the bare room',
    other.page.evaluate(() => window.join()),
  );
  const owned = opening.move();
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
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** The page with all its code, before anything is asked. */
async function enter(browser: Browser): Promise<Visit> {
  const one = await openWindow(browser);
  await one.page.goto(originOf(demoPlace));
  await one.page.waitForFunction(() => 'join' in window);
  return one;
}
