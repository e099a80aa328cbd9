import { expect, type Page } from '@playwright/test';

/** Presses Join on the page of an open room, and waits until the seat is taken. */
export async function join(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await inside(page);
}

/** Whoever is in a call can leave it. */
export async function inside(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible({ timeout: 30_000 });
}
