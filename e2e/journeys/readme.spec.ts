import { test } from '../stage/demo.ts';
import { expect } from '../stage/test.ts';

test('the picture in the README is taken', async ({ visitor, open }) => {
  const noor = await open(await visitor('Noor Haddad'), '/', {
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  await expect(noor.getByRole('heading', { name: 'Next session' })).toBeVisible();
  await noor.evaluate(() => document.fonts.ready);
  // Not into the documentation: it would be another one at each run. README.md says how it gets there.
  const picture = await noor.screenshot({ path: 'report/screenshot.png' });
  expect(picture.byteLength).toBeGreaterThan(20_000);
});
