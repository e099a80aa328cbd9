import type { Page } from '@playwright/test';
import { test } from '../stage/demo.ts';
import { places, request, room, sessions, words } from '../stage/tour.ts';

const sizes = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
];

/** Into `results/looks`, by name, width and theme. */
async function look(name: string, page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = `results/looks/${name}-${String(size.width)}-${colorScheme}.png`;
      await page.screenshot({ path, fullPage: !name.startsWith('room') });
    }
  }
}

test('looks: every page', async ({ server, visitor, open, openSignedOut }) => {
  await look('sign-in', await openSignedOut('/'));
  const noor = await open(await visitor('Noor Haddad'));
  const daniel = await open(await visitor('Daniel Okafor'));
  await places(noor, look);
  await request(noor, server, look);
  await words(noor, server, look);
  await sessions(noor, server, 'mentee', look);
  await sessions(daniel, server, 'mentor', look);
  await room(noor, daniel, look);
});
