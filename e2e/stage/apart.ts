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

/** Counts the frames that a page decodes of someone, twice a second, until `stop`. */
export async function countFrames(page: Page, personId: string) {
  const video = page.locator(`[data-remote-video="${personId}"]`);
  await video.evaluate((element) => {
    const counts: number[] = [];
    const count = () =>
      counts.push((element as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames);
    Object.assign(globalThis, { counts, counting: setInterval(count, 500) });
  });
  return {
    /** The same element was there all the while, or this fails. */
    stop: () =>
      video.evaluate((element) => {
        const { counts, counting } = globalThis as unknown as {
          counts: number[];
          counting: ReturnType<typeof setInterval>;
        };
        clearInterval(counting);
        return element.isConnected ? counts : [];
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
