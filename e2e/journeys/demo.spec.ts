import { test as base, type Locator, type Page } from '@playwright/test';
import { Complaints } from '../stage/complaints.ts';
import { fillTime, goTo, row, write } from '../stage/deeds.ts';
import { hears, sees } from '../stage/media.ts';
import { join } from '../stage/room.ts';
import { StageServer } from '../stage/server.ts';
import { expect } from '../stage/test.ts';

const test = base.extend<{ demo: StageServer; complaints: Complaints }>({
  demo: async ({ browserName: _ }, use) => {
    await using demo = await StageServer.start('demo');
    await use(demo);
  },
  complaints: async ({ browserName: _ }, use) => {
    const complaints = new Complaints();
    await use(complaints);
    complaints.check();
  },
});

/** By the Dashboard's one button into the room that is open. */
async function toOpenRoom(page: Page): Promise<void> {
  await goTo(page, 'Dashboard');
  await page.getByRole('main').getByRole('link', { name: 'Join', exact: true }).click();
  await join(page);
}

const conversation = (page: Page, name: string): Locator =>
  page.locator('a[href^="/messages/"]').filter({ hasText: name });

/** Whose picture the page shows. */
const shown = async (page: Page): Promise<string> =>
  (await page.locator('[data-remote-video]').getAttribute('data-remote-video')) ?? '';

test('the demo: two people in one browser, a request waiting, a room open now', async ({
  demo,
  complaints,
  context,
}) => {
  await context.grantPermissions(['camera', 'microphone']);
  const mentee = await context.newPage();
  complaints.listen(mentee);
  await mentee.goto(demo.origin);
  const arriving = context.waitForEvent('page');
  const second = demo.origin.replace('localhost', '127.0.0.1');
  await mentee.getByRole('link', { name: `Open ${second.replace('http://', '')}` }).click();
  const mentor = await arriving;
  complaints.listen(mentor);

  await test.step('each is somebody else at their own address', async () => {
    await mentee.getByRole('button', { name: 'Noor Haddad' }).click();
    await mentor.getByRole('button', { name: 'Daniel Okafor' }).click();
    await expect(mentee.getByRole('link', { name: /^Noor Haddad/ })).toBeVisible();
    await expect(mentor.getByRole('link', { name: /^Daniel Okafor/ })).toBeVisible();
    expect(new URL(mentor.url()).origin).toBe(second);
  });

  await test.step('the request that waits is accepted', async () => {
    await goTo(mentor, 'Sessions');
    await mentor.getByRole('link', { name: /^Pending/ }).click();
    await row(mentor, 'Noor Haddad', 'Waiting for your answer').click();
    await mentor.getByRole('button', { name: 'Accept' }).click();
    await expect(mentor.getByRole('heading', { name: /^Accepted. You meet/ })).toBeVisible();
  });

  await test.step('a message, a request, its acceptance', async () => {
    await goTo(mentee, 'Messages');
    await conversation(mentee, 'Daniel Okafor').click();
    await write(mentee, 'Daniel Okafor', 'One more thing, later this month?');
    await mentee.getByRole('link', { name: 'Request Session' }).click();
    await mentee.getByRole('button', { name: 'Ask for another time' }).click();
    const far = demo.now.toZonedDateTimeISO('Europe/Helsinki').add({ days: 25 });
    await fillTime(mentee, far.withPlainTime('14:00').toInstant(), 'Europe/Helsinki');
    await mentee.getByRole('button', { name: 'Request Session' }).click();
    await mentee.getByRole('link', { name: 'Open the Session' }).click();
    await goTo(mentor, 'Messages');
    await conversation(mentor, 'Noor Haddad').click();
    const log = mentor.getByRole('log');
    // Of earlier requests there are lines as well.
    await expect(log).toHaveText(/later this month.*requested a session/s);
    await log
      .getByText(/requested a session/)
      .last()
      .click();
    await mentor.getByRole('button', { name: 'Accept' }).click();
    await expect(mentee.getByRole('heading', { name: /^Accepted. You meet/ })).toBeVisible();
  });

  await test.step('they meet in the open room, with picture and sound', async () => {
    await toOpenRoom(mentee);
    await toOpenRoom(mentor);
    await sees(mentee, await shown(mentee));
    await sees(mentor, await shown(mentor));
    await hears(mentee, await shown(mentee));
    await hears(mentor, await shown(mentor));
  });
});

test('N4: whoever tries the demo in German goes on in German, whomever they choose', async ({
  demo,
  complaints,
  browser,
}) => {
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  complaints.listen(page);
  await page.goto(demo.origin);
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await page.getByRole('button', { name: 'Noor Haddad' }).click();
  await expect(page).toHaveTitle('Übersicht · Confab');
  await page.goto(`${demo.origin}/me`);
  await expect(page.getByLabel('Sprache von Confab')).toHaveValue('de');
  await context.close();
});
