import type { Page } from '@playwright/test';
import { isSound } from '../stage/axe.ts';
import type { Company } from '../stage/company.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { press, tabTo } from '../stage/keys.ts';
import { expect, test } from '../stage/test.ts';

const zone = 'Europe/Helsinki';
const many = 55;
const wide = { width: 1280, height: 800 };

/** More than a snapshot holds: one agreed, one that waits, and all the others taken back. */
async function lived({ mentee, other, mentor, mentorId, programId }: Company, date: string) {
  const request = (time: string, note: string | null) => ({
    programId,
    mentorId,
    start: { date, time, zone },
    minutes: 60,
    location: { kind: 'online' as const },
    note,
  });
  for (const person of [mentee, other])
    await person.do('chat.send', { to: mentorId, text: 'Hello' });
  for (let n = 0; n < many; n += 1) {
    const { booking } = await mentee.do('booking.request', request('09:00', null));
    await mentee.do('booking.withdraw', { bookingId: booking.id });
  }
  const { booking } = await mentee.do('booking.request', request('14:00', null));
  await mentor.do('booking.accept', { bookingId: booking.id, version: 1 });
  await other.do('booking.request', request('16:00', 'About my Résumé'));
}

const rows = (page: Page) => page.getByRole('main').locator('li a[href^="/sessions/"]');
const shelf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Lists of sessions' }).getByRole('link', { name });

test('L1 L2 L3: many sessions are counted, searched, and walked through by month', async ({
  server,
  all,
  open,
}) => {
  const date = inThreeDays(server.now, zone).toZonedDateTimeISO(zone).toPlainDate();
  await lived(all, date.toString());
  const mentor = await open(all.mentor, '/sessions?shelf=cancelled');

  await test.step('counts are exact, and whoever returns finds their place', async () => {
    await expect(shelf(mentor, `Cancelled ${String(many)}`)).toBeVisible();
    await expect(rows(mentor)).toHaveCount(20);
    await mentor.getByRole('button', { name: 'Show older' }).click();
    await expect(rows(mentor)).toHaveCount(40);
    await rows(mentor).nth(35).click();
    await expect(mentor.getByRole('heading', { name: 'What happened' })).toBeVisible();
    await mentor.goBack();
    await expect(rows(mentor)).toHaveCount(40);
    await expect.poll(() => mentor.evaluate(() => scrollY)).toBeGreaterThan(1000);
  });

  await test.step('a search is in the address, and says what it found', async () => {
    await mentor.getByRole('searchbox', { name: 'Search' }).fill('resume');
    await expect(mentor.getByRole('main').getByText('1 session matches.')).toBeVisible();
    await expect(mentor.getByRole('link', { name: 'Pending: 1' })).toBeVisible();
    await isSound('sessions, where nothing matches', mentor);
    await mentor.setViewportSize(wide);
    await mentor.getByRole('link', { name: 'Pending: 1' }).click();
    await expect(rows(mentor)).toHaveText(['Lea']);
    await mentor.reload();
    await expect(rows(mentor)).toHaveText(['Lea']);
    expect(new URL(mentor.url()).searchParams.get('q')).toBe('resume');
    await mentor.getByRole('link', { name: 'Show all' }).click();
    await expect(shelf(mentor, 'Upcoming 1')).toBeVisible();
  });

  await test.step('without a pointer to the day of the session', async () => {
    await press(mentor, 'link', 'Month');
    const today = server.now.toZonedDateTimeISO(zone).toPlainDate();
    await tabTo(mentor, mentor.locator(`#day-${today.toString()}`));
    for (let n = 0; n < today.until(date).days; n += 1) {
      await mentor.keyboard.press('ArrowRight');
      const day = mentor.locator(`#day-${today.add({ days: n + 1 }).toString()}`);
      await expect(day).toBeFocused();
    }
    await expect(mentor.locator(':focus')).toHaveAccessibleName(
      /, 2 sessions; 14:00 Farid, Accepted; /,
    );
    await isSound('sessions, a month', mentor);
    await mentor.setViewportSize(wide);
    await mentor.locator(`#day-${date.toString()}`).focus();
    await mentor.keyboard.press('Enter');
    await expect(mentor.locator('#day-heading')).toBeFocused();
    await mentor.keyboard.press('Tab');
    await expect(mentor.locator(':focus')).toHaveText('Farid');
    await mentor.keyboard.press('Enter');
    await expect(mentor.getByRole('heading', { name: /^Accepted. You meet/ })).toBeVisible();
  });
});
