import type { Page } from '@playwright/test';
import { accepted } from '../stage/agreed.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';

const scripts = '**/_app/immutable/**';

const complete = (page: Page) => page.getByRole('button', { name: 'Complete' });

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });

test('F1: a dialog whose scripts do not come says so, and comes once it can', async ({
  server,
  all,
  open,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const start = inThreeDays(server.now, 'Asia/Tehran');
  const { bookingId } = await accepted(all, start);
  await server.setClock(start.add({ minutes: 61 }));
  const page = await open(all.mentor, `/sessions/${bookingId}`);
  const lost = dialogOf(page, 'This could not be opened');
  const again = lost.getByRole('button', { name: 'Try again' });

  await test.step('without a line: it is tried again, and comes when the line is back', async () => {
    await expect(complete(page)).toBeVisible();
    await page.context().setOffline(true);
    await complete(page).click();
    await expect(lost.getByText(/^Part of this page could not be loaded\./)).toBeVisible();
    await again.click();
    await expect(lost.getByText(/^Confab still cannot be reached\./)).toBeVisible();
    await page.context().setOffline(false);
    await expect(async () => {
      // It may have come just after the look before.
      if (await again.isVisible()) await again.click({ timeout: 1_000 });
      await expect(dialogOf(page, 'Complete the session')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.press('Escape');
  });

  await test.step('on a line that lets it through no more: the page comes again, and with it the dialog', async () => {
    await page.reload();
    await expect(complete(page)).toBeVisible();
    await page.route(scripts, (route) => route.abort());
    await complete(page).click();
    await expect(lost.getByText(/^Part of this page could not be loaded\./)).toBeVisible();
    await page.unroute(scripts);
    await again.click();
    await expect(lost).toBeHidden();
    await complete(page).click();
    await dialogOf(page, 'Complete the session').getByRole('button', { name: 'Complete' }).click();
    await expect(page.getByRole('heading', { name: /^Completed, 1 h\./ })).toBeVisible();
  });
});
