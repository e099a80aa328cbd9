import type { Page } from 'playwright-core';
import type { Benchmark } from '../frame/benchmark.ts';
import { keepingUp, keptUp } from '../frame/keeping-up.ts';
import { runs } from '../frame/often.ts';
import { spread } from '../frame/spread.ts';
import { mediaWorker } from '../../e2e/stage/media-worker.ts';
import { Relay } from '../relay/relay.ts';
import { openBrowser } from './browser.ts';
import { openHouse } from './confab-house.ts';
import { openAndJoin } from './open-and-join.ts';
import { confabPlace, originOf, waysTo } from './ports.ts';

/** For how long the other's picture stands still when the media worker is killed in a call. */
export const workerDeath: Benchmark = {
  name: 'worker-death',
  async run() {
    await using owned = new AsyncDisposableStack();
    owned.use(await Relay.open(waysTo(confabPlace)));
    const browser = owned.use(await openBrowser());
    const house = owned.use(await openHouse(browser));
    const pages: Page[] = [];
    for (const person of [house.all.mentor, house.all.mentee]) {
      const { page } = owned.use(await house.enter(person));
      await page.evaluate(openAndJoin, house.room);
      pages.push(page);
    }
    // Not by the frame shown first: a window that is behind another is not painted.
    for (const page of pages) await page.waitForFunction(moves, null, { polling: 100 });

    const since = await keepingUp(originOf(confabPlace));
    const away: number[] = [];
    for (let run = 0; run < runs; run++) {
      const watched = Promise.all(pages.map((page) => page.evaluate(longestStill, 8000)));
      await pages[0]?.waitForTimeout(1500);
      process.kill(mediaWorker(), 'SIGKILL');
      away.push(...(await watched));
    }
    return {
      figures: [
        {
          what: 'picture away after the worker was killed, median of both sides',
          unit: 'ms',
          ours: spread(away).median,
          baseline: null,
          bar: { most: 2000 },
        },
        {
          what: 'picture away after the worker was killed, p90',
          unit: 'ms',
          ours: spread(away).p90,
          baseline: null,
          bar: { most: 2000 },
        },
        ...keptUp([await since()], 'of server and node meanwhile'),
      ],
      did: { runs, milliseconds: away },
    };
  },
};

/** Runs in the page: whether the other's picture has begun. */
const moves = (): boolean =>
  (document.querySelector<HTMLVideoElement>('[data-remote-video]')?.getVideoPlaybackQuality()
    .totalVideoFrames ?? 0) > 5;

/** Runs in the page: the longest time without a new frame of the other's, in milliseconds. */
async function longestStill(forMs: number): Promise<number> {
  let [longest, last, seen] = [0, performance.now(), ''];
  for (const until = last + forMs; performance.now() < until;) {
    const video = document.querySelector<HTMLVideoElement>('[data-remote-video]');
    const track = (video?.srcObject as MediaStream | null)?.getTracks()[0]?.id ?? '';
    const frames = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
    const shows = frames > 0 ? `${track} ${String(frames)}` : seen;
    const now = performance.now();
    longest = Math.max(longest, now - last);
    if (shows !== seen) [last, seen] = [now, shows];
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return longest;
}
