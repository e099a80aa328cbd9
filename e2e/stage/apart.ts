import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { OwnProcess } from './own-process.ts';
import { StageServer } from './server.ts';
import { test as base } from './test.ts';

export { expect } from '@playwright/test';

const entry = new URL('./main.ts', import.meta.resolve('@confab/sfu')).pathname;

/** The media node as it is served: a process of its own beside the server's. */
export interface NodeProcess {
  /** Starts it, or starts it again. */
  begin(): Promise<unknown>;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** A journey in which server and media node are two processes. */
export const test = base.extend<{ node: NodeProcess }>({
  server: async ({ browserName: _ }, use) => {
    await using server = await StageServer.start('serve', null, true);
    await use(server);
  },
  node: async ({ server }, use) => {
    const node = new OwnProcess(entry);
    await node.begin(server.environment);
    await use({
      begin: () => node.begin(server.environment),
      end: (signal) => node.end(signal),
    });
    await node.end('SIGINT');
  },
});

/** What a page showed of somebody's picture, in milliseconds and frames. */
interface Shown {
  frames: number;
  lasted: number;
  /** The longest for which there was nothing new, from the beginning to the end. */
  longestGap: number;
}

/** Notes when each frame is shown that a page decodes of someone, until `stop`. */
export async function watchFrames(page: Page, personId: string) {
  const video = page.locator(`[data-remote-video="${personId}"]`);
  await video.evaluate((element) => {
    const picture = element as HTMLVideoElement;
    const at: number[] = [performance.now()];
    const watch = { picture, at, handle: 0 };
    const next = (now: number) => {
      at.push(now);
      watch.handle = picture.requestVideoFrameCallback(next);
    };
    watch.handle = picture.requestVideoFrameCallback(next);
    Object.assign(globalThis, { watch });
  });
  return {
    /** @throws Error if it is not the same element that was there all the while */
    stop: (): Promise<Shown> =>
      video.evaluate((element) => {
        const { watch } = globalThis as unknown as {
          watch: { picture: HTMLVideoElement; at: number[]; handle: number };
        };
        if (watch.picture !== element) throw new Error('It is another element');
        watch.picture.cancelVideoFrameCallback(watch.handle);
        const at = [...watch.at, performance.now()];
        const gaps = at.slice(1).map((now, before) => now - (at[before] ?? 0));
        const lasted = (at.at(-1) ?? 0) - (at[0] ?? 0);
        return { frames: at.length - 2, lasted, longestGap: Math.max(...gaps) };
      }),
  };
}

/** What the store keeps of a person's coming and going, in order. */
export function attendanceOf(server: StageServer, personId: string): string[] {
  using store = new DatabaseSync(server.databaseFile, { readOnly: true });
  const rows = store
    .prepare('select kind from attendance where person_id = ? order by happened_at, kind')
    .all(personId);
  return rows.map(({ kind }) => String(kind));
}
