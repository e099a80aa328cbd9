import { test } from '../stage/demo.ts';
import { expect } from '../stage/test.ts';

test('looks: the picture in the README', async ({ visitor, open }) => {
  const noor = await open(await visitor('Noor Haddad'), '/', {
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  await expect(noor.getByRole('heading', { name: 'Next session' })).toBeVisible();
  await noor.evaluate(() => document.fonts.ready);
  await noor.screenshot({ path: '../docs/screenshot.png' });
});
