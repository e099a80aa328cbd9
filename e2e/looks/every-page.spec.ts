import type { Page } from '@playwright/test';
import { test } from '../stage/demo.ts';
import { expect } from '../stage/test.ts';
import { places, request, room, sessions, words } from '../stage/tour.ts';

const sizes = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
];

/** Into `report/looks`, by name, width and theme; each as high as the page. */
async function look(name: string, page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(async () => document.fonts.ready);
    const height = name.startsWith('room')
      ? size.height
      : await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = `report/looks/${name}-${String(size.width)}-${colorScheme}.png`;
      await page.screenshot({ path });
    }
  }
}

test('looks: every page', async ({ server, visitor, open, openSignedOut }) => {
  const signIn = await openSignedOut('/');
  await expect(signIn.getByRole('button', { name: 'Noor Haddad' })).toBeVisible();
  await look('sign-in', signIn);
  const noor = await open(await visitor('Noor Haddad'));
  const daniel = await open(await visitor('Daniel Okafor'));
  await places(noor, look);
  await request(noor, server, look);
  await words(noor, server, look);
  await sessions(noor, server, 'mentee', look);
  await sessions(daniel, server, 'mentor', look);
  await room(noor, daniel, look);
});
