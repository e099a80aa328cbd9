import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../stage/test.ts';
import { fillTime, findMentor, goTo, inThreeDays, row, write } from '../stage/deeds.ts';
import { hears, sees } from '../stage/media.ts';

test('from a message to a face on the screen, and the actual time', async ({
  server,
  all,
  open,
  openSignedOut,
}) => {
  const mentee = await openSignedOut('/', { timezoneId: 'Asia/Tehran' });
  await signIn(mentee, all.mentee);
  const mentor = await open(all.mentor);

  await test.step('G1 G2: the gate is shut, a message opens it', async () => {
    await findMentor(mentee, 'Aino');
    await mentee.getByRole('link', { name: 'Request Session' }).click();
    await write(mentee, 'Aino', 'Good morning. May I ask you about first jobs?');
  });

  await test.step('N1: the mentor sees the message arrive, and answers', async () => {
    await goTo(mentor, 'Messages');
    await mentor.getByRole('link', { name: /Farid/ }).click();
    await expect(mentor.getByRole('log').getByText(/first jobs/)).toBeVisible();
    await write(mentor, 'Farid', 'Please do.');
    await expect(mentee.getByRole('log').getByText('Please do.', { exact: true })).toBeVisible();
  });

  const start = inThreeDays(server.now, 'Asia/Tehran');
  await test.step('B1: request, review, confirm', async () => {
    await findMentor(mentee, 'Aino');
    await mentee.getByRole('link', { name: 'Request Session' }).click();
    await fillTime(mentee, start, 'Asia/Tehran');
    await mentee.getByLabel('Note').fill('How to begin.');
    await expect(mentee.getByText(/You ask Aino for 1 h by online video/)).toBeVisible();
    await expect(mentee.getByText(/The room opens/)).toBeVisible();
    await mentee.getByRole('button', { name: 'Request Session' }).click();
    await expect(mentee.getByText('Requested. Aino can see it now.')).toBeVisible();
    await mentee.getByRole('link', { name: 'Open the Session' }).click();
    await expect(mentee.getByRole('heading', { name: /if Aino accepts/ })).toBeVisible();
  });

  await test.step('B4 N1: the mentor sees it arrive live, and accepts', async () => {
    await expect(mentor.getByRole('log').getByText(/requested a session/)).toBeVisible();
    await goTo(mentor, 'Sessions');
    await row(mentor, 'Farid', 'Waiting for your answer').click();
    await mentor.getByRole('button', { name: 'Accept' }).click();
    await expect(mentor.getByRole('heading', { name: /^Accepted. You meet/ })).toBeVisible();
    await expect(mentee.getByRole('heading', { name: /^Accepted. You meet/ })).toBeVisible();
  });

  await test.step('W1 W2: before the window there is no way in, then there is', async () => {
    await mentee.getByRole('link', { name: 'To the Room' }).click();
    await expect(mentee.getByRole('button', { name: 'Join when it opens' })).toBeVisible();
    await server.setClock(start.subtract({ minutes: 10 }));
    await expect(mentee.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
    await mentee.getByRole('button', { name: 'Join', exact: true }).click();
    await mentor.getByRole('link', { name: 'Join Room' }).click();
    await mentor.getByRole('button', { name: 'Join', exact: true }).click();
  });

  await test.step('moving pictures and sound, both ways, through the media node', async () => {
    await sees(mentee, all.mentorId);
    await sees(mentor, all.menteeId);
    await hears(mentee, all.mentorId);
    await hears(mentor, all.menteeId);
  });

  await test.step('F1: the mentor completes it with its actual time', async () => {
    await server.setClock(start.add({ minutes: 50 }));
    await mentor.getByRole('button', { name: 'Leave' }).click();
    await mentor.goto(`${server.origin}/sessions?shelf=upcoming`);
    await row(mentor, 'Farid', 'Now').click();
    await mentor.getByRole('button', { name: 'Complete' }).click();
    await mentor.getByLabel('Actual time').selectOption({ label: '50 min' });
    await mentor.getByRole('dialog').getByRole('button', { name: 'Complete' }).click();
    await expect(
      mentor.getByRole('heading', { name: /^Completed, 50 min\. You met/ }),
    ).toBeVisible();
    await expect(mentor.getByRole('main').getByRole('alert')).toBeHidden();
    await mentee.goto(`${server.origin}/sessions?shelf=past`);
    await expect(row(mentee, 'Aino', 'Completed, 50 min')).toBeVisible();
  });

  await test.step('F6 N1: the mentee says how it was; the mentor reads it at once', async () => {
    await row(mentee, 'Aino', 'Completed, 50 min').click();
    await mentee.getByRole('button', { name: 'Rate This Session' }).click();
    const dialog = mentee.getByRole('dialog', { name: 'How was your session with Aino?' });
    await dialog.getByRole('button', { name: 'Send Review' }).click();
    await expect(dialog.getByText('Choose one of the five stars.')).toBeVisible();
    await dialog.getByRole('radio', { name: /^4 of 5/ }).check();
    await dialog.getByRole('radio', { name: /^4 of 5/ }).press('ArrowRight');
    await dialog.getByLabel('In your words').fill('Clear and kind.');
    await dialog.getByRole('button', { name: 'Send Review' }).click();
    await expect(dialog).toBeHidden();
    const said = mentor.getByRole('figure').filter({ hasText: 'Clear and kind.' });
    await expect(said.getByRole('img', { name: '5 of 5 stars' })).toBeVisible();
    await expect(mentor.getByRole('link', { name: /^Notices, \d+ new/ })).toBeVisible();
  });

  await test.step('a private note is saved as it is typed, and nobody else has it', async () => {
    const note = (page: Page) => page.getByLabel('For yourself: nobody else ever sees it');
    const another = await open(all.mentee, new URL(mentee.url()).pathname);
    await expect(another.getByRole('button', { name: 'Write a Private Note' })).toBeVisible();
    await mentee.getByRole('button', { name: 'Write a Private Note' }).click();
    await expect(note(mentee)).toBeFocused();
    await note(mentee).fill('Ask about Kotka next time.');
    await expect(mentee.getByText('Saved', { exact: true })).toBeVisible();
    await expect(note(another)).toHaveValue('Ask about Kotka next time.');
    await mentor.reload();
    await expect(mentor.getByRole('button', { name: 'Write a Private Note' })).toBeVisible();
    await expect(note(mentor)).toBeHidden();
  });

  await test.step('F6: the profile shows it; booked again, it is as it was', async () => {
    await mentee.getByRole('link', { name: 'Book Again' }).click();
    await expect(mentee.getByLabel('Duration')).toHaveValue('60');
    await expect(mentee.getByLabel('Location')).toHaveValue('online');
    await findMentor(mentee, 'Aino');
    await expect(mentee.getByRole('heading', { name: 'What mentees say' })).toBeVisible();
    await expect(mentee.getByText('5.0 · 1 review').first()).toBeVisible();
    await expect(mentee.getByText('Clear and kind.')).toBeVisible();
    await expect(mentee.getByText(/^Farid, \p{L}+ \d{4}$/u)).toBeVisible();
  });
});
