import type { Page } from '@playwright/test';
import { readBy } from '../../server/test/mail/mail-server.ts';
import type { Read } from '../../server/test/mail/read-letter.ts';
import { isSound } from '../stage/axe.ts';
import { programName } from '../stage/company.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { test } from '../stage/mailed.ts';
import { expect } from '../stage/test.ts';

const subjectOf = (letter: Read | undefined): string => letter?.headers.get('subject') ?? '';

/** Axe looks at pages wide and narrow; the journey goes on as it was. */
async function lookAt(name: string, page: Page): Promise<void> {
  const size = page.viewportSize();
  await isSound(name, page);
  if (size) await page.setViewportSize(size);
}

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

test('N4: one of two reads German, the other English: their pages, their letters, their choice', async ({
  server,
  all,
  open,
  openSignedOut,
  post,
}) => {
  await all.mentee.do('person.update', { tongue: 'de' });
  const { email, password, zone } = all.mentee.signIn;
  const mentor = await open(all.mentor);
  const page = await openSignedOut('/', { timezoneId: zone, locale: 'de-AT' });

  await test.step('the door is in the browser’s language, or in the one that is chosen there', async () => {
    await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
    expect(await languageOf(page)).toBe('de');
    await lookAt('German sign-in', page);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await languageOf(page)).toBe('en-GB');
  });

  await test.step('signed in, it is the person’s own', async () => {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveTitle('Übersicht · Confab');
    expect(await languageOf(page)).toBe('de');
    await expect(mentor).toHaveTitle('Dashboard · Confab');
  });

  await test.step('a request in German', async () => {
    const main = page.getByRole('navigation', { name: 'Hauptmenü' });
    await main.getByRole('link', { name: 'Programme' }).click();
    await page.getByRole('link', { name: programName }).click();
    await page.getByRole('link', { name: 'Aino' }).click();
    await page.getByRole('link', { name: 'Schreiben', exact: true }).click();
    const box = page.getByRole('textbox', { name: 'Nachricht an Aino' });
    await box.fill('Guten Morgen.');
    await box.press('Enter');
    await expect(page.getByRole('log').getByText('Gesendet')).toBeAttached();
    await page.goBack();
    await page.getByRole('link', { name: 'Treffen anfragen' }).click();
    const start = inThreeDays(server.now, zone).toZonedDateTimeISO(zone);
    await page.getByLabel('Datum', { exact: true }).fill(start.toPlainDate().toString());
    await page.getByLabel('Uhrzeit', { exact: true }).fill('14:00');
    await expect(
      page.getByText(/^Sie bitten Aino um .* um 14:00\sUhr \(.* für Aino\)\.$/),
    ).toBeVisible();
    await lookAt('German request', page);
    await page.getByRole('button', { name: 'Treffen anfragen' }).click();
    await expect(page.getByText('Angefragt. Aino kann es jetzt sehen.')).toBeVisible();
  });

  await test.step('each is told in their own language, whoever caused it', async () => {
    await expect.poll(() => readBy(post, 'aino@example.org')).toHaveLength(1);
    expect(subjectOf(readBy(post, 'aino@example.org')[0])).toMatch(
      /^Farid asks you for a session: .*, \d\d:\d\d–\d\d:\d\d \(Helsinki\)$/,
    );
    await mentor.getByRole('link', { name: 'Notices, 1 new' }).click();
    await mentor.getByRole('link', { name: /^Farid asks you for a session/ }).click();
    await mentor.getByRole('button', { name: 'Accept' }).click();
    await expect.poll(() => readBy(post, 'farid@example.org')).toHaveLength(1);
    expect(subjectOf(readBy(post, 'farid@example.org')[0])).toMatch(
      /^Aino hat angenommen: .*, 14:00–15:00 Uhr \(Teheran\)$/,
    );
    await page.getByRole('link', { name: 'Mitteilungen, 1 neu' }).click();
    await page.getByRole('link', { name: /^Aino hat angenommen\. Sie treffen sich am / }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Vereinbart\. Sie treffen sich/,
    );
    await expect(page.getByText(/^Von Aino angenommen – Treffen: /)).toBeVisible();
    await lookAt('German session', page);
  });

  await test.step('another choice on one’s own page is another page at once', async () => {
    await page.getByRole('link', { name: /Profil und Einstellungen$/ }).click();
    await page.getByLabel('Sprache von Confab').selectOption('English');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await expect(page).toHaveTitle('You · Confab');
    expect(await languageOf(page)).toBe('en-GB');
    await page.goto(server.origin);
    await expect(page).toHaveTitle('Dashboard · Confab');
  });
});
