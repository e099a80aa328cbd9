import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browsers, type Page } from '@playwright/test';
import { chromium } from '../stage/chromium.ts';
import { expect, test } from '../stage/test.ts';

/** A colour as the page's style or its head writes it, as what is painted. */
const painted = (page: Page, colour: string): Promise<number[]> =>
  page.evaluate((one) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    if (!canvas) throw new Error('nothing to paint on');
    canvas.fillStyle = one;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }, colour);

const paper = async (page: Page): Promise<number[]> =>
  painted(
    page,
    await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
  );

/** The colour that a browser gives its own bars now. */
const around = async (page: Page): Promise<number[]> => {
  const said = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
      .filter(({ media }) => matchMedia(media).matches)
      .map(({ content }) => content),
  );
  expect(said).toHaveLength(1);
  return painted(page, said[0] ?? '');
};

test('Confab can be put on a home screen', async ({ server, all, complaints }) => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-home-'));
  // A private window, as all other journeys have, may not install anything.
  const context = await browsers.launchPersistentContext(folder, { ...chromium, headless: true });
  await context.addCookies(all.mentor.cookies.map((one) => ({ ...one, url: server.origin })));
  const page = await context.newPage();
  complaints.listen(page);
  await page.goto(server.origin);
  await expect(page).toHaveTitle(/Dashboard/);
  const devtools = await context.newCDPSession(page);
  const { url, errors, data } = await devtools.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${server.origin}/manifest.en.webmanifest`, []]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);

  const manifest = JSON.parse(data ?? '') as {
    theme_color: string;
    background_color: string;
    icons: { src: string; type: string }[];
  };
  const { headers } = await asked(page, '/manifest.en.webmanifest');
  expect(headers).toMatchObject({
    'content-type': 'application/manifest+json',
    'cache-control': 'no-cache',
  });
  const pictures = [...manifest.icons, { src: '/icon-180.png', type: 'image/png' }];
  for (const { src, type } of pictures)
    expect(await asked(page, src)).toMatchObject({
      status: 200,
      headers: { 'content-type': type },
    });
  await page.emulateMedia({ colorScheme: 'light' });
  for (const colour of [manifest.theme_color, manifest.background_color])
    expect(await painted(page, colour)).toEqual(await paper(page));
  await context.close();
  rmSync(folder, { recursive: true });
});

const asked = (page: Page, path: string) =>
  page.evaluate(async (from) => {
    const { status, headers } = await fetch(from);
    return { status, headers: Object.fromEntries(headers) };
  }, path);

test('what is around the page has the colour of its paper, in each theme', async ({
  all,
  open,
}) => {
  const page = await open(all.mentor, '/me', { colorScheme: 'light' });
  const light = await around(page);
  expect(light).toEqual(await paper(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await around(page);
  expect(dark).toEqual(await paper(page));
  expect(dark).not.toEqual(light);
  // Chosen against the device's own, at once and at the next start.
  await page.getByRole('radio', { name: 'Light' }).check();
  expect([await around(page), await paper(page)]).toEqual([light, light]);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  expect([await around(page), await paper(page)]).toEqual([light, light]);
  await page.getByRole('radio', { name: 'Like the device' }).check();
  expect([await around(page), await paper(page)]).toEqual([dark, dark]);
});
