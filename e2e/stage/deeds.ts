import { expect, type Locator, type Page } from '@playwright/test';
import type { Instant } from '@confab/shared';
import { programName } from './company.ts';

/** What people do in several journeys, by the words on the page. */

/** Goes to one of the four places: Dashboard, Programs, Messages, Sessions. */
export async function goTo(page: Page, place: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** From anywhere: Programs, the program, the mentor. */
export async function findMentor(page: Page, name: string): Promise<void> {
  await goTo(page, 'Programs');
  await page.getByRole('link', { name: programName }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

export async function write(page: Page, to: string, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: `Message to ${to}` });
  await box.fill(text);
  await box.press('Enter');
  await expect(page.getByRole('log').getByText(text, { exact: true })).toBeVisible();
}

/** Fills in the details of a request or proposal: the writer's local date and time. */
export async function fillTime(page: Page, at: Instant, zone: string): Promise<void> {
  const local = at.toZonedDateTimeISO(zone);
  await page.getByLabel('Date', { exact: true }).fill(local.toPlainDate().toString());
  await page.getByLabel('Time', { exact: true }).fill(local.toPlainTime().toString().slice(0, 5));
}

/** Three days from `now` at 14:00 in the zone: daytime for everyone here. */
export const inThreeDays = (now: Instant, zone: string): Instant =>
  now.toZonedDateTimeISO(zone).add({ days: 3 }).withPlainTime('14:00').toInstant();

/** The next whole minute, this many minutes from `now`. */
export const inMinutes = (now: Instant, minutes: number): Instant =>
  now.add({ minutes }).round({ smallestUnit: 'minute', roundingMode: 'ceil' });

/** The row of Sessions with this person in this state, by the words on it. */
export const row = (page: Page, name: string, state: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ hasText: state })
    .getByRole('link', { name });
