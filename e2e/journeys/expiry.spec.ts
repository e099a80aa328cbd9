import { fromText } from '@confab/shared';
import { requested } from '../stage/agreed.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';

test('D6 B4: expired before their eyes, and asked again at once', async ({ server, all, open }) => {
  const booking = await requested(all, inThreeDays(server.now, 'Asia/Tehran'));
  if (booking.state !== 'pending') throw new Error(booking.state);
  const respondBy = fromText(booking.offer.respondBy);
  const mentee = await open(all.mentee, `/sessions/${booking.id}`);
  const mentor = await open(all.mentor, `/sessions/${booking.id}`);
  await expect(mentor.getByRole('button', { name: 'Accept' })).toBeVisible();
  await expect(mentee.getByRole('heading', { name: /if Aino accepts/ })).toBeVisible();

  await server.setClock(respondBy.subtract({ seconds: 5 }));

  const expired = { name: 'Expired: not answered in time.' };
  await expect(mentee.getByRole('heading', expired)).toBeVisible();
  await expect(mentor.getByRole('heading', expired)).toBeVisible();
  await expect(mentor.getByRole('button', { name: 'Accept' })).toBeHidden();
  const late = await all.mentor.attempt('booking.accept', { bookingId: booking.id, version: 1 });
  expect(late).toMatchObject({ ok: false });

  await mentee.getByRole('link', { name: 'Conversation' }).click();
  await expect(mentee.getByRole('log').getByText(/The request expired/)).toBeVisible();
  const again = await requested(all, inThreeDays(server.now, 'Asia/Tehran'));
  expect(again.state).toBe('pending');
});
