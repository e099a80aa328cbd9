import { fromText } from '@confab/shared';
import type { Page } from '@playwright/test';
import { accepted, requested } from '../stage/agreed.ts';
import { idOf } from '../stage/company.ts';
import { fillTime, inMinutes, inThreeDays } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';

test('R1 R3: another time for a pending request, accepted by the mentee', async ({
  server,
  all,
  open,
}) => {
  const start = inThreeDays(server.now, 'Asia/Tehran');
  const proposed = start.add({ hours: 2 });
  const { id } = await requested(all, start);
  const mentee = await open(all.mentee, `/sessions/${id}`);
  const mentor = await open(all.mentor, `/sessions/${id}`);

  await mentor.getByRole('button', { name: 'Reschedule' }).click();
  const dialog = mentor.getByRole('dialog', { name: 'Propose a change' });
  await fillTime(mentor, proposed, 'Europe/Helsinki');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(mentor.getByRole('heading', { name: /^You propose a new time: / })).toBeVisible();
  await expect(mentor.getByRole('button', { name: 'Accept' })).toBeHidden();

  await expect(mentee.getByRole('heading', { name: /^Aino proposes a new time: / })).toBeVisible();
  await mentee.getByRole('button', { name: 'Accept New Time' }).click();
  for (const page of [mentee, mentor]) {
    await expect(page.getByRole('heading', { name: /^Accepted. You meet/ })).toBeVisible();
  }
  const { booking } = await all.mentor.know('booking.open', { bookingId: id });
  expect(fromText(booking.terms.startsAt).equals(proposed)).toBe(true);
});

test('B7 R2 W4: an accepted session moves when both agree, and its room with it', async ({
  server,
  all,
  open,
}) => {
  const start = inMinutes(server.now, 40);
  const moved = start.add({ hours: 3 });
  const { bookingId, roomId } = await accepted(all, start);
  const mentee = await open(all.mentee, `/sessions/${bookingId}`);
  const mentor = await open(all.mentor, `/sessions/${bookingId}`);

  await test.step('the mentee proposes; meanwhile the agreed time stands', async () => {
    await mentee.getByRole('button', { name: 'Reschedule' }).click();
    await fillTime(mentee, moved, 'Asia/Tehran');
    await mentee.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
    await expect(mentee.getByText(/Until Aino accepts it, what is agreed stands/)).toBeVisible();
    await expect(
      mentor.getByText(/Farid proposes a new time: .* Until you accept it/),
    ).toBeVisible();
    const { booking } = await all.mentor.know('booking.open', { bookingId });
    expect(fromText(booking.terms.startsAt).equals(start)).toBe(true);
  });

  await test.step('the mentor accepts; both see the new time', async () => {
    await mentor.getByRole('button', { name: 'Accept New Time' }).click();
    for (const page of [mentor, mentee]) {
      await expect(page.getByText(/what is agreed stands/)).toBeHidden();
      await expect(page.getByText(/accepted the new time/).first()).toBeVisible();
    }
    const { booking } = await all.mentor.know('booking.open', { bookingId });
    expect(fromText(booking.terms.startsAt).equals(moved)).toBe(true);
  });

  await test.step('the old window no longer opens the room, the new one does', async () => {
    await mentee.goto(`${server.origin}/rooms/${roomId}`);
    await server.setClock(start);
    await expect(mentee.getByRole('button', { name: 'Join when it opens' })).toBeVisible();
    const early = await all.mentee.tryToKnow('room.enter', { roomId });
    expect(early).toMatchObject({ ok: false, code: 'room-closed', phase: 'before' });
    await server.setClock(moved.subtract({ minutes: 29 }));
    await expect(mentee.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
    const now = await all.mentee.tryToKnow('room.enter', { roomId });
    expect(now).toMatchObject({ ok: true });
  });
});

test('B9 R1 R2: another place is proposed by name, and nothing is agreed unread', async ({
  server,
  all,
  open,
}) => {
  const { bookingId, roomId } = await accepted(all, inThreeDays(server.now, 'Asia/Tehran'));
  const mentee = await open(all.mentee, `/sessions/${bookingId}`);
  const mentor = await open(all.mentor, `/sessions/${bookingId}`);
  const place = 'In person, Café Engel';
  const where = (page: Page) =>
    page.getByRole('complementary', { name: 'The session' }).getByRole('definition');

  await test.step('the mentee proposes a place; both see it beside the agreed one', async () => {
    await mentee.getByRole('button', { name: 'Reschedule' }).click();
    const dialog = mentee.getByRole('dialog', { name: 'Propose a change' });
    await dialog.getByLabel('Location').selectOption('In person');
    await dialog.getByLabel('Place').fill('Café Engel');
    await dialog.getByRole('button', { name: 'Propose' }).click();
    const said = `a new place: ${place}. The time stays.`;
    await expect(mentee.getByText(`You propose ${said}`)).toBeVisible();
    await expect(mentor.getByText(`Farid proposes ${said}`)).toBeVisible();
    for (const page of [mentee, mentor]) {
      await expect(where(page).filter({ hasText: 'Agreed' })).toHaveText(/Online video$/);
      await expect(where(page).filter({ hasText: 'Proposed' })).toHaveText(
        /In person, Café Engel$/,
      );
    }
    await expect(
      mentor.getByText(/Farid .* proposed a new place: In person, Café Engel/),
    ).toBeVisible();
  });

  await test.step('the notice and the conversation name it, too', async () => {
    await mentor.goto(`${server.origin}/notices`);
    const notice = mentor.getByRole('link', { name: `Farid proposes a new place: ${place}.` });
    await expect(notice).toBeVisible();
    await mentor.goto(`${server.origin}/messages/${await idOf(all.mentee)}`);
    await expect(
      mentor.getByRole('log').getByText(`Farid proposed a new place: ${place}`),
    ).toBeVisible();
    await mentor.goto(`${server.origin}/sessions/${bookingId}`);
  });

  await test.step('the mentor accepts the change; the room is gone', async () => {
    await mentor.getByRole('button', { name: 'Accept the Change' }).click();
    for (const page of [mentee, mentor]) {
      await expect(page.getByText(/accepted the new place: In person, Café Engel/)).toBeVisible();
      await expect(where(page).filter({ hasText: place })).toHaveText(place);
      await expect(page.getByText(/what is agreed stands/)).toBeHidden();
    }
    const entering = await all.mentee.tryToKnow('room.enter', { roomId });
    expect(entering).toMatchObject({ ok: false });
  });
});
