import { DatabaseSync } from 'node:sqlite';
import { expect, type Page } from '@playwright/test';
import { inCall } from '../stage/in-call.ts';
import { hears, sees } from '../stage/media.ts';
import { mediaWorker } from '../stage/media-worker.ts';
import { test } from '../stage/test.ts';

test('W5: the media worker dies in a call, and both are back without doing anything', async ({
  server,
  all,
  open,
}) => {
  const { mentor, mentee } = await inCall({ server, all, open });
  const seenBy = [
    { page: mentor, other: all.menteeId },
    { page: mentee, other: all.mentorId },
  ];
  const loadedAt = await Promise.all(seenBy.map(({ page }) => loaded(page)));
  const said = await Promise.all(seenBy.map(({ page }) => listen(page)));

  const killed = mediaWorker();
  process.kill(killed, 'SIGKILL');
  for (const { page } of seenBy) {
    const news = page.getByRole('region', { name: 'News of the call' });
    await expect(news.getByText('The connection is back.')).toBeVisible();
  }
  expect(mediaWorker()).not.toBe(killed);

  for (const { page, other } of seenBy) {
    await sees(page, other);
    await hears(page, other);
    await expect(page.locator('[data-remote-video]')).toHaveCount(1);
  }
  for (const heard of said)
    expect(await heard()).toEqual([
      'The connection is interrupted. It comes back by itself.',
      'The connection is back.',
    ]);
  expect(await Promise.all(seenBy.map(({ page }) => loaded(page)))).toEqual(loadedAt);

  using book = new DatabaseSync(server.databaseFile, { readOnly: true });
  const rows = book.prepare('select person_id, kind from attendance').all();
  expect(rows).toHaveLength(2);
  expect(rows).toEqual(
    expect.arrayContaining([
      { person_id: all.mentorId, kind: 'joined' },
      { person_id: all.menteeId, kind: 'joined' },
    ]),
  );
});

/** Another number after every reload. */
const loaded = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin);

/** Keeps what is added to the call's news from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const news = page.getByRole('region', { name: 'News of the call' });
  const heard = await news.evaluateHandle((element) => {
    const words: string[] = [];
    const note = (changes: MutationRecord[]): void => {
      for (const { addedNodes } of changes)
        words.push(...[...addedNodes].flatMap((node) => node.textContent?.trim() || []));
    };
    new MutationObserver(note).observe(element, { childList: true, subtree: true });
    return words;
  });
  return () => heard.evaluate((words) => words);
}
