import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { requested } from '../stage/agreed.ts';
import { goTo, inThreeDays, write } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';

const strip = (page: Page) => page.getByText(/^Confab has trouble just now\./);

test('B5 C2: while nothing can be kept, whoever waits is told, and what they did is done once it can be', async ({
  server,
  all,
  open,
}) => {
  const { id: bookingId } = await requested(all, inThreeDays(server.now, 'Asia/Tehran'));
  const mentor = await open(all.mentor, `/sessions/${bookingId}`);
  const mentee = await open(all.mentee, '/messages');
  await mentee.getByRole('link', { name: 'Aino' }).click();
  const box = mentee.getByRole('textbox', { name: 'Message to Aino' });
  await expect(box).toBeVisible();

  // Another program holds the file.
  using other = new DatabaseSync(server.databaseFile);
  other.exec('begin immediate');
  await mentor.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(strip(mentor)).toBeVisible();
  await expect(mentor.getByRole('button', { name: 'Accept', exact: true })).toBeDisabled();
  await expect(strip(mentee)).toBeHidden();
  await write(mentee, 'Aino', 'Are you there?');
  await expect(strip(mentee)).toBeVisible();
  // Reading goes on, without a second word.
  await goTo(mentor, 'Sessions');
  await expect(mentor.getByRole('main').getByText('Farid')).toBeVisible();
  await mentor.goBack();

  other.exec('rollback');
  await expect(strip(mentor)).toBeHidden();
  await expect(strip(mentee)).toBeHidden();
  await expect(
    mentor.getByRole('heading', { level: 1, name: /^Accepted\. You meet/ }),
  ).toBeVisible();
  await goTo(mentor, 'Messages');
  await mentor.getByRole('link', { name: 'Farid' }).click();
  await expect(mentor.getByRole('log').getByText('Are you there?')).toHaveCount(1);
  const { timeline } = await all.mentor.know('booking.open', { bookingId });
  expect(timeline.filter(({ type }) => type === 'accepted')).toHaveLength(1);
});
