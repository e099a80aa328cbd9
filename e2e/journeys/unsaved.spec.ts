import type { Page } from '@playwright/test';
import { expect, test } from '../stage/test.ts';

const to = (page: Page, place: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();

const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });

const stay = (page: Page) => question(page).getByRole('button', { name: 'Stay' }).click();

test('A1: hours that are not saved are asked about before they are left', async ({ all, open }) => {
  const page = await open(all.mentor, '/me/hours');
  await page.getByRole('button', { name: 'Begin with weekdays, 09:00–17:00' }).click();
  await page.getByRole('button', { name: 'Save hours' }).click();
  await expect(page.getByRole('main').getByText('Saved', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Add other days' }).click();
  await page.getByLabel('First day').fill('2030-12-24');
  await to(page, 'Sessions');
  await stay(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await to(page, 'Sessions');
  await stay(page);
  await expect(page.getByRole('button', { name: /^Remove .*24 Dec 2030/ })).toBeVisible();

  await page.getByRole('button', { name: 'Save hours' }).click();
  await expect(page.getByRole('main').getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add a calendar' }).click();
  await page.getByLabel('Its private address').fill('https://calendar.example/mine.ics');
  await to(page, 'Sessions');
  await stay(page);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await to(page, 'Sessions');
  await expect(page).toHaveTitle(/Sessions/);
  const { hours } = await all.mentor.know('hours.mine', {});
  expect(hours?.otherDays).toHaveLength(1);
});

test('A1: hours are taken back only by whoever says so twice', async ({ all, open }) => {
  const page = await open(all.mentor, '/me/hours');
  await page.getByRole('button', { name: 'Begin with weekdays, 09:00–17:00' }).click();
  await page.getByRole('button', { name: 'Save hours' }).click();
  await expect(page.getByRole('main').getByText('Saved', { exact: true })).toBeVisible();
  const press = page.getByRole('button', { name: 'Offer no open times' });
  const dialog = page.getByRole('dialog', { name: 'Offer no open times?' });
  await press.click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect((await all.mentor.know('hours.mine', {})).hours).not.toBeNull();
  await press.click();
  await dialog.getByRole('button', { name: 'Offer no open times' }).click();
  await expect(page.getByRole('heading', { name: 'You have set no hours yet' })).toBeVisible();
  expect((await all.mentor.know('hours.mine', {})).hours).toBeNull();
});

test('a profile that is not saved is asked about before it is left', async ({ all, open }) => {
  const page = await open(all.mentor, '/me');
  await page.getByLabel('In one line').fill('Proofs');
  await to(page, 'Messages');
  await stay(page);
  await expect(page.getByLabel('In one line')).toHaveValue('Proofs');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('main').getByText('Saved.', { exact: true })).toBeVisible();
  await page.getByLabel('In one line').fill('Proofs by day');
  await expect(page.getByRole('main').getByText('Saved.', { exact: true })).toBeHidden();
  await to(page, 'Messages');
  await question(page).getByRole('button', { name: 'Leave Without Saving' }).click();
  await expect(page).toHaveTitle(/Messages/);
});

test('a new program that is not made yet is asked about before it is left', async ({
  all,
  open,
}) => {
  const page = await open(all.admin, '/admin');
  const purpose = page.getByLabel('What it is for');
  await purpose.fill('For those who begin.');
  await to(page, 'Messages');
  await stay(page);
  await expect(purpose).toHaveValue('For those who begin.');
});
