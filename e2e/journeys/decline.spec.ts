import { requested } from '../stage/agreed.ts';
import { goTo, inThreeDays, row } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';

test('B3 B4: declined with a reason, seen at once, and nothing but a new request follows', async ({
  server,
  all,
  open,
}) => {
  const booking = await requested(all, inThreeDays(server.now, 'Asia/Tehran'));
  const mentee = await open(all.mentee, `/sessions/${booking.id}`);
  const mentor = await open(all.mentor, '/sessions?shelf=pending');

  await mentor.getByRole('link', { name: /Farid/ }).click();
  await mentor.getByRole('button', { name: 'Decline' }).click();
  const asked = mentor.getByRole('dialog', { name: 'Decline this request?' });
  await asked.getByLabel('Reason').fill('I am travelling that week.');
  await test.step('what was written is there again after Escape', async () => {
    await mentor.keyboard.press('Escape');
    await expect(asked).toBeHidden();
    await mentor.getByRole('button', { name: 'Decline' }).click();
    await expect(asked.getByLabel('Reason')).toHaveValue('I am travelling that week.');
  });
  await asked.getByRole('button', { name: 'Decline' }).click();
  await expect(mentor.getByRole('heading', { name: /^You declined the session/ })).toBeVisible();
  await expect(mentor.getByRole('main').getByRole('alert')).toBeHidden();

  await expect(mentee.getByRole('heading', { name: /^Aino declined the session/ })).toBeVisible();
  await expect(mentee.getByText('I am travelling that week.').first()).toBeVisible();
  await expect(mentee.getByRole('button', { name: 'Withdraw Request' })).toBeHidden();
  const late = await all.mentor.attempt('booking.accept', { bookingId: booking.id, version: 1 });
  expect(late).toMatchObject({ ok: false, code: 'wrong-state' });

  await goTo(mentee, 'Sessions');
  await mentee.getByRole('link', { name: /^Cancelled/ }).click();
  await expect(row(mentee, 'Aino', 'Declined by Aino')).toBeVisible();

  await test.step('the same time again', async () => {
    await requested(all, inThreeDays(server.now, 'Asia/Tehran'));
    await goTo(mentor, 'Sessions');
    await expect(row(mentor, 'Farid', 'Waiting for your answer')).toBeVisible();
  });
});
