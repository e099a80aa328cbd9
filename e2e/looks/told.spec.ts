import { requested } from '../stage/agreed.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { test } from '../stage/mailed.ts';
import { expect } from '../stage/test.ts';
import { readBy } from '../../server/test/mail/mail-server.ts';
import { look } from './look.ts';

test('looks: what people are told, the answer by a letter, and mail that was given up', async ({
  browser,
  server,
  all,
  open,
  openSignedOut,
  post,
}) => {
  await requested(all, inThreeDays(server.now, 'Asia/Tehran'));
  const mentor = await open(all.mentor, '/notices');
  await expect(mentor.getByRole('link', { name: /^Farid asks you/ })).toBeVisible();
  await look('notices', mentor);
  await mentor.goto(`${server.origin}/me`);
  await mentor.getByRole('button', { name: 'Make an address' }).click();
  await expect(mentor.getByLabel('Private address')).toBeVisible();
  await look('me-mail', mentor);

  await expect.poll(() => readBy(post, 'aino@example.org')).toHaveLength(1);
  const [letter] = readBy(post, 'aino@example.org');
  const [, path = ''] = /Answer: http[^\s]*?(\/answer#[^\s]+)/.exec(letter?.text ?? '') ?? [];
  const answer = await openSignedOut(path);
  await expect(answer.getByRole('button', { name: 'Accept' })).toBeVisible();
  await look('answer', answer);
  // As a mail program shows it: none of Confab's pages, under no policy of theirs.
  const reader = await browser.newPage();
  await reader.setContent(letter?.html ?? '');
  await look('letter', reader);
  await reader.close();

  const [{ booking } = { booking: null }] = (
    await all.mentor.know('booking.list', { shelf: 'pending', before: null })
  ).bookings;
  const bookingId = booking?.id ?? '';
  await all.mentor.do('booking.propose', {
    bookingId,
    version: 1,
    minutes: 90,
    location: { kind: 'in-person', place: 'Café Engel, Aleksanterinkatu 26' },
  });
  await expect.poll(() => readBy(post, 'farid@example.org')).toHaveLength(1);
  const [proposal] = readBy(post, 'farid@example.org');
  const [, there = ''] = /Answer: http[^\s]*?(\/answer#[^\s]+)/.exec(proposal?.text ?? '') ?? [];
  await answer.goto('about:blank');
  await answer.goto(`${server.origin}${there}`);
  await expect(answer.getByRole('button', { name: 'Accept' })).toBeVisible();
  await look('answer-proposal', answer);
  const again = await browser.newPage();
  await again.setContent(proposal?.html ?? '');
  await look('letter-proposal', again);
  await again.close();

  post.mood = 'refuses-address';
  const admin = await open(all.admin, '/notices');
  await look('notices-none', admin);
  await all.mentor.do('booking.propose', {
    bookingId,
    version: 2,
    minutes: 30,
  });
  await admin.goto(`${server.origin}/admin`);
  await expect(async () => {
    await admin.reload();
    await expect(admin.getByRole('button', { name: 'Send again to Farid' })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await look('admin-mail', admin);
});
