import { readFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { accepted } from '../stage/agreed.ts';
import { findMentor, goTo, inMinutes } from '../stage/deeds.ts';
import { join } from '../stage/room.ts';
import { expect, signIn, test } from '../stage/test.ts';

const build = pathOf(import.meta.dirname, '../../client/build');

/** The scripts that this document has loaded so far, as they lie in the build. */
async function scripts(page: Page): Promise<Buffer[]> {
  await page.waitForLoadState('networkidle');
  const addresses = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  const paths = addresses.map((one) => new URL(one).pathname);
  const own = new Set(paths.filter((path) => path.endsWith('.js')));
  return [...own].map((path) => readFileSync(pathOf(build, path)));
}

/** Kilobytes (1,000 bytes), compressed as servers do. */
const kilobytes = (all: Buffer[]): number =>
  all.reduce((sum, body) => sum + gzipSync(body).byteLength, 0) / 1000;

/** By a word of mediasoup-client's own that no minifier changes. */
const holdsMedia = (all: Buffer[]): boolean =>
  all.some((body) => body.includes('mediasoup-client'));

/** Everywhere that the way to a session's room leads, without leaving the document. */
async function walk(page: Page, mentor: string): Promise<void> {
  await findMentor(page, mentor);
  await page.getByRole('link', { name: 'Message', exact: true }).click();
  await expect(page.getByRole('log')).toBeVisible();
  await findMentor(page, mentor);
  await page.getByRole('link', { name: 'Request Session' }).click();
  await expect(page.getByLabel('Date', { exact: true })).toBeVisible();
  await goTo(page, 'Sessions');
  await page.getByRole('link', { name: 'Upcoming' }).click();
  await page.getByRole('main').locator('a[href^="/sessions/"]').first().click();
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
}

/** Kilobytes of scripts. */
const bound = 90;

test('N4: a first visit in German loads no more than one in English', async ({
  all,
  openSignedOut,
}) => {
  await all.mentee.do('person.update', { tongue: 'de' });
  const { email, password } = all.mentee.signIn;
  const page = await openSignedOut('/', { locale: 'de-DE' });
  await page.getByLabel('E-Mail').fill(email);
  await page.getByLabel('Passwort').fill(password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page).toHaveTitle('Übersicht · Confab');
  const first = kilobytes(await scripts(page));
  expect(first).toBeLessThanOrEqual(bound);
  console.log(`kB of scripts, first visit in German: ${first.toFixed(1)}`);
});

test('a first visit loads at most 90 kB of scripts; what a call needs comes with a room', async ({
  server,
  all,
  openSignedOut,
}) => {
  const { roomId } = await accepted(all, inMinutes(server.now, 5));
  const page = await openSignedOut('/');
  await signIn(page, all.mentee);
  await expect(page).toHaveTitle(/Dashboard/);
  const first = kilobytes(await scripts(page));
  expect(first).toBeLessThanOrEqual(bound);

  for (const place of ['Programs', 'Messages', 'Sessions', 'Dashboard']) {
    await goTo(page, place);
    await expect(page).toHaveTitle(new RegExp(place));
  }
  const places = kilobytes(await scripts(page));
  expect(places).toBeLessThanOrEqual(105);

  await walk(page, all.mentor.signIn.name);
  const visited = await scripts(page);
  const way = kilobytes(visited);
  expect(way).toBeLessThanOrEqual(136);
  expect(holdsMedia(visited)).toBe(false);
  const figures = [first, places, way].map((one) => one.toFixed(1));
  console.log(`kB of scripts, first visit, all places, the whole way: ${figures.join(', ')}`);

  await page.goto(`${server.origin}/rooms/${roomId}`);
  await join(page);
  await expect.poll(async () => holdsMedia(await scripts(page))).toBe(true);
});

/** The scripts and styles that this document has asked for so far. */
async function files(page: Page): Promise<Set<string>> {
  await page.waitForLoadState('networkidle');
  const addresses = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  return new Set(addresses.filter((path) => /\.(js|css)$/.test(path)));
}

test('a link to a room asks for no more files than browsers fetch at once', async ({
  server,
  all,
  openSignedOut,
}) => {
  const { roomId } = await accepted(all, inMinutes(server.now, 5));
  const page = await openSignedOut('/');
  await signIn(page, all.mentee);
  await expect(page).toHaveTitle(/Dashboard/);
  const before = await files(page);
  await page.locator(`a[href="/rooms/${roomId}"]`).first().click();
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
  // Over HTTP/1.1 the seventh waits for a whole trip more, and the picture with it.
  expect((await files(page)).difference(before).size).toBeLessThanOrEqual(6);
});
