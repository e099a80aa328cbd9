import { accepted } from '../stage/agreed.ts';
import { inMinutes } from '../stage/deeds.ts';
import { sees } from '../stage/media.ts';
import { HarvestedSeat } from '../stage/harvested-seat.ts';
import { inCall } from '../stage/in-call.ts';
import { Person } from '../stage/person.ts';
import { join } from '../stage/room.ts';
import { expect, test } from '../stage/test.ts';

test('W4: signing out everywhere ends every window, and the call', async ({
  server,
  all,
  open,
}) => {
  const { mentor, mentee: inRoom } = await inCall({ server, all, open });
  const settings = await open(all.mentee, '/me');

  await settings.getByRole('button', { name: 'Sign out everywhere' }).click();
  const asked = settings.getByRole('dialog');
  await asked.getByRole('button', { name: 'Sign out everywhere' }).click();
  for (const page of [inRoom, settings]) {
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  }
  await expect(mentor.locator('[data-remote-video]')).toHaveCount(0);
  await inRoom.goto(`${server.origin}/messages`);
  await expect(inRoom.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('W4: a sign-in that has ended loses its seat, though its line to the media is kept', async ({
  server,
  all,
  open,
}) => {
  const { roomId } = await accepted(all, inMinutes(server.now, 5));
  const mentor = await open(all.mentor, `/rooms/${roomId}`);
  await join(mentor);
  const lost = await Person.enter(server.origin, '/api/sign-in', all.mentee.signIn);
  await using seat = await HarvestedSeat.take(server.origin, lost, roomId);
  const unused = await seat.anotherGrant();
  const name = mentor.locator('figcaption').filter({ hasText: 'Farid' });
  await expect(name).toBeVisible();

  await lost.signOut();
  await expect(name).toBeHidden();
  expect(await seat.ended).toBe('evicted');
  expect(await seat.tryWith(unused)).toBe('grant-stale');

  const device = await open(all.mentee, `/rooms/${roomId}`);
  await join(device);
  await sees(mentor, all.menteeId);
  const other = await Person.enter(server.origin, '/api/sign-in', all.mentee.signIn);
  await other.signOut();
  await sees(mentor, all.menteeId);
  await expect(device.getByRole('button', { name: 'Leave' })).toBeVisible();
});

test('P4 W4: whoever is reinstated while the room is open comes back into it', async ({
  server,
  all,
  open,
}) => {
  const start = inMinutes(server.now, 5);
  const { bookingId, roomId } = await accepted(all, start);
  await server.setClock(start.add({ minutes: 20 }));
  await all.mentor.do('booking.complete', { bookingId, minutes: 20 });
  const mentor = await open(all.mentor, `/rooms/${roomId}`);
  const mentee = await open(all.mentee, `/rooms/${roomId}`);
  for (const page of [mentor, mentee]) await join(page);
  await sees(mentee, all.mentorId);

  const { programId, mentorId } = all;
  await all.admin.do('admin.suspend', { programId, personId: mentorId });
  for (const page of [mentor, mentee])
    await expect(page.getByRole('button', { name: 'Leave' })).toBeHidden();
  const enter = await all.mentee.tryToKnow('room.enter', { roomId });
  expect(enter).toMatchObject({ ok: false, code: 'room-closed', phase: 'state' });

  await all.admin.do('admin.reinstate', { programId, personId: mentorId });
  for (const page of [mentor, mentee]) {
    await page.reload();
    await join(page);
  }
  await sees(mentee, all.mentorId);
  await sees(mentor, all.menteeId);
});

test('P4: a suspended mentor is put out, and the other side is told', async ({
  server,
  all,
  open,
}) => {
  const { bookingId, roomId, mentor, mentee } = await inCall({ server, all, open });
  const admin = await open(all.admin, '/admin');

  await admin.getByRole('button', { name: 'Suspend Aino' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  for (const page of [mentor, mentee]) {
    await expect(page.getByRole('button', { name: 'Leave' })).toBeHidden();
    await expect(page.getByRole('heading', { name: /^Cancelled/ })).toBeVisible();
  }
  const enter = await all.mentee.tryToKnow('room.enter', { roomId });
  expect(enter).toMatchObject({ ok: false, code: 'room-closed', phase: 'state' });
  await mentee.goto(`${server.origin}/sessions/${bookingId}`);
  await expect(mentee.getByRole('heading', { name: /no longer takes part/ })).toBeVisible();
});
