import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { accepted } from '../stage/agreed.ts';
import { goTo, inMinutes } from '../stage/deeds.ts';
import { join } from '../stage/room.ts';
import { expect, signIn, test } from '../stage/test.ts';

/** The scripts that this document has loaded so far. */
async function scripts(page: Page): Promise<Buffer[]> {
  const addresses = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  const own = new Set(addresses.filter((one) => new URL(one).pathname.endsWith('.js')));
  return Promise.all([...own].map(async (address) => (await page.request.get(address)).body()));
}

/** Kilobytes (1,000 bytes), compressed as servers do. */
const kilobytes = (all: Buffer[]): number =>
  all.reduce((sum, body) => sum + gzipSync(body).byteLength, 0) / 1000;

/** By a word of mediasoup-client's own that no minifier changes. */
const holdsMedia = (all: Buffer[]): boolean =>
  all.some((body) => body.includes('mediasoup-client'));

test('a first visit loads at most 90 kB of scripts; what a call needs comes with a room', async ({
  server,
  all,
  openSignedOut,
}) => {
  const { roomId } = await accepted(all, inMinutes(server.now, 5));
  const page = await openSignedOut('/');
  await signIn(page, all.mentee);
  await expect(page).toHaveTitle(/Dashboard/);
  await page.waitForLoadState('networkidle');
  const first = kilobytes(await scripts(page));
  expect(first).toBeLessThanOrEqual(90);

  for (const place of ['Programs', 'Messages', 'Sessions', 'Dashboard']) {
    await goTo(page, place);
    await expect(page).toHaveTitle(new RegExp(place));
  }
  await page.waitForLoadState('networkidle');
  const places = await scripts(page);
  expect(holdsMedia(places)).toBe(false);
  console.log(`kB of scripts: ${first.toFixed(1)}; all places ${kilobytes(places).toFixed(1)}`);

  await page.goto(`${server.origin}/rooms/${roomId}`);
  await join(page);
  expect(holdsMedia(await scripts(page))).toBe(true);
});
