import type { Page } from '@playwright/test';
import { accepted } from '../stage/agreed.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { serverGone } from '../stage/complaints.ts';
import { expect, test } from '../stage/test.ts';

/** The strip about the line, behind a dialog or not. */
const strip = (page: Page) => page.getByText(/^You are offline\. What you write is kept/);

test('B5: a session cancelled without a line is said to wait for it, cannot be thought undone, and is cancelled once', async ({
  server,
  all,
  open,
  complaints,
}) => {
  complaints.expect(serverGone);
  const { bookingId } = await accepted(all, inThreeDays(server.now, 'Asia/Tehran'));
  const page = await open(all.mentee, `/sessions/${bookingId}`);
  await page.getByRole('button', { name: 'Cancel Session' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this session?' });
  const notNow = dialog.getByRole('button', { name: 'Not Now' });

  await page.context().setOffline(true);
  await dialog.getByRole('button', { name: 'Cancel Session' }).click();
  const waits = dialog.getByRole('status');
  await expect(waits).toHaveText(
    'Waiting for the connection. It is done as soon as Confab answers.',
  );
  await expect(strip(page)).toBeVisible();
  await expect(notNow).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeHidden();
  for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
  await page.mouse.click(5, 5);
  await expect(dialog).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { name: /^You cancelled the session/ })).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(strip(page)).toBeHidden();
  const { timeline } = await all.mentor.know('booking.open', { bookingId });
  expect(timeline.filter(({ type }) => type === 'cancelled')).toHaveLength(1);
});

test('what was typed into a dialog is not lost by a click beside it', async ({
  server,
  all,
  open,
}) => {
  const { bookingId } = await accepted(all, inThreeDays(server.now, 'Asia/Tehran'));
  const page = await open(all.mentee, `/sessions/${bookingId}`);
  await page.getByRole('button', { name: 'Cancel Session' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this session?' });
  await page.mouse.click(5, 5);
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Cancel Session' }).click();
  await dialog.getByLabel('Reason').fill('I am ill.');
  await page.mouse.click(5, 5);
  await expect(dialog.getByLabel('Reason')).toHaveValue('I am ill.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
