import { fromText } from '@confab/shared';
import { accepted } from '../stage/agreed.ts';
import { inMinutes } from '../stage/deeds.ts';
import { idOf } from '../stage/company.ts';
import { inCall } from '../stage/in-call.ts';
import { sees } from '../stage/media.ts';
import { inside, join } from '../stage/room.ts';
import { expect, test } from '../stage/test.ts';

test('W1 W2 W3: before, in and after the window', async ({ server, all, open }) => {
  const start = inMinutes(server.now, 90);
  const opensAt = start.subtract({ minutes: 30 });
  const closesAt = start.add({ minutes: 60 + 30 });
  const { roomId } = await accepted(all, start);
  const enter = () => all.mentor.tryToKnow('room.enter', { roomId });
  const mentee = await open(all.mentee, `/rooms/${roomId}`);
  const mentor = await open(all.mentor, `/rooms/${roomId}`);

  await test.step('a moment before it opens there is no way in', async () => {
    await server.setClock(opensAt.subtract({ seconds: 30 }));
    await expect(mentee.getByRole('button', { name: 'Join', exact: true })).toBeHidden();
    await mentee.getByRole('button', { name: 'Join when it opens' }).click();
    expect(await enter()).toMatchObject({ ok: false, code: 'room-closed', phase: 'before' });
  });

  await test.step('at the opening who waits is let in; for the other Join turns on', async () => {
    await server.setClock(opensAt);
    await inside(mentee);
    expect(await enter()).toMatchObject({ ok: true });
    await join(mentor);
    await sees(mentee, all.mentorId);
  });

  await test.step('everyone inside is told ten and two minutes before it closes', async () => {
    for (const minutes of [10, 2]) {
      await server.setClock(closesAt.subtract({ minutes }));
      for (const page of [mentee, mentor]) {
        const news = page.getByRole('region', { name: 'News of the call' });
        await expect(news.getByText(`The room closes in ${String(minutes)} min.`)).toBeVisible();
      }
    }
  });

  await test.step('at closing the call ends for all, and nobody comes in', async () => {
    await server.setClock(closesAt);
    for (const page of [mentee, mentor]) {
      await expect(page.getByRole('heading', { name: /^The room closed/ })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Join' })).toBeHidden();
    }
    expect(await enter()).toMatchObject({ ok: false, code: 'room-closed', phase: 'after' });
  });
});

test('B9 C1: the address alone opens a room to nobody', async ({
  server,
  all,
  open,
  openSignedOut,
}) => {
  const { roomId } = await accepted(all, inMinutes(server.now, 5));
  const stranger = await open(all.other, `/rooms/${roomId}`);
  await expect(stranger.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Join' })).toBeHidden();
  const look = await all.other.tryToKnow('room.look', { roomId });
  expect(look).toMatchObject({ ok: false, code: 'not-found' });
  const enter = await all.other.tryToKnow('room.enter', { roomId });
  expect(enter).toMatchObject({ ok: false, code: 'not-found' });

  const nobody = await openSignedOut(`/rooms/${roomId}`);
  await expect(nobody.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const { signIn } = all.mentee;
  await nobody.getByLabel('E-mail').fill(signIn.email);
  await nobody.getByLabel('Password').fill(signIn.password);
  await nobody.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(nobody.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
});

test('W5: a second window takes the seat over, and the first may take it back', async ({
  server,
  all,
  open,
}) => {
  const { roomId, mentor, mentee: first } = await inCall({ server, all, open });

  const second = await open(all.mentee, `/rooms/${roomId}`);
  await join(second);
  await expect(
    first.getByRole('heading', { name: 'You are in this room elsewhere' }),
  ).toBeVisible();
  await sees(mentor, all.menteeId);
  await sees(second, all.mentorId);
  await expect(mentor.locator('[data-remote-video]')).toHaveCount(1);
  const news = mentor.getByRole('region', { name: 'News of the call' });
  await expect(news.getByText(/has left/)).toHaveCount(0);

  await first.getByRole('button', { name: 'Use here instead' }).click();
  await inside(first);
  await expect(
    second.getByRole('heading', { name: 'You are in this room elsewhere' }),
  ).toBeVisible();

  const lastSaid = mentor.locator('.unseen[aria-live] p');
  await first.getByRole('button', { name: 'Leave' }).click();
  await expect(lastSaid).toHaveText(/has left\.$/);
  await join(first);
  await expect(lastSaid).toHaveText(/is here\.$/);
});

test('W5: from another device, another room asks first, and then the first is left', async ({
  server,
  all,
  open,
}) => {
  const { roomId } = await accepted(all, inMinutes(server.now, 5));
  const { roomId: otherRoom } = await accepted(
    { ...all, mentee: all.other, menteeId: await idOf(all.other) },
    inMinutes(server.now, 90),
  );
  await server.setClock(server.now.add({ minutes: 62 }));
  const mentee = await open(all.mentee, `/rooms/${roomId}`);
  await join(mentee);
  const first = await open(all.mentor, `/rooms/${roomId}`);
  await join(first);
  await sees(mentee, all.mentorId);

  const second = await open(all.mentor, `/rooms/${otherRoom}`);
  const question = second.getByRole('dialog', { name: 'Leave the other room?' });
  await second.getByRole('button', { name: 'Join', exact: true }).click();
  await question.getByRole('button', { name: 'Stay There' }).click();
  await expect(question).toBeHidden();
  await expect(first.getByRole('button', { name: 'Leave' })).toBeVisible();
  await sees(mentee, all.mentorId);

  await second.getByRole('button', { name: 'Join', exact: true }).click();
  await question.getByRole('button', { name: 'Leave It and Join Here' }).click();
  await inside(second);
  await expect(question).toBeHidden();
  await expect(first.getByRole('heading', { name: 'You have left the room' })).toBeVisible();
  await expect(mentee.locator('[data-remote-video]')).toHaveCount(0);
});

test('W4: a new time that is not now puts people out after two minutes', async ({
  server,
  all,
  open,
}) => {
  const start = inMinutes(server.now, 20);
  const { bookingId, roomId } = await accepted(all, start);
  const mentee = await open(all.mentee, `/rooms/${roomId}`);
  await join(mentee);
  const local = start.add({ hours: 4 }).toZonedDateTimeISO('UTC');
  await all.mentor.do('booking.propose', {
    bookingId,
    version: 1,
    start: {
      date: local.toPlainDate().toString(),
      time: local.toPlainTime().toString().slice(0, 5),
      zone: 'UTC',
    },
  });
  await expect(mentee.getByRole('button', { name: 'Leave' })).toBeVisible();
  const { booking } = await all.mentee.do('booking.accept', { bookingId, version: 2 });
  const movedAt = server.now;
  const news = mentee.getByRole('region', { name: 'News of the call' });
  await expect(news.getByText(/This room ends in two minutes at most/)).toBeVisible();
  await expect(mentee.getByRole('button', { name: 'Leave' })).toBeVisible();
  await server.setClock(movedAt.add({ minutes: 2, seconds: 1 }));
  await expect(mentee.getByText(/^The session has moved. You meet/)).toBeVisible();
  await expect(mentee.getByRole('button', { name: 'Join when it opens' })).toBeVisible();
  expect(fromText(booking.terms.startsAt).equals(start.add({ hours: 4 }))).toBe(true);
});
