import { isSound } from '../stage/axe.ts';
import { accepted } from '../stage/agreed.ts';
import { inMinutes } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';

test.setTimeout(240_000);

test('axe: doors, and pages on which nothing is yet', async ({
  server,
  openSignedOut,
  open,
  all,
  complaints,
}) => {
  complaints.expect(/\/api\/join\/look/);
  for (const [heading, path] of [
    ['Sign in', '/sign-in'],
    ['Set up Confab', '/setup'],
    ['Join Confab', '/join#no-such-link'],
  ] as const) {
    const page = await openSignedOut(path);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await isSound(path, page);
  }
  const newcomer = await open(all.other);
  for (const [name, path] of [
    ['dashboard', '/'],
    ['messages', '/messages'],
    ['first words', `/messages/${all.mentorId}`],
    ['sessions', '/sessions?shelf=upcoming'],
    ['gate', `/programs/${all.programId}/mentors/${all.mentorId}`],
    ['request at the gate', `/programs/${all.programId}/mentors/${all.mentorId}/request`],
  ] as const) {
    await newcomer.goto(server.origin + path);
    await expect(newcomer.getByRole('heading').first()).toBeAttached();
    await isSound(`${name}, empty`, newcomer);
  }
  const admin = await open(all.admin, '/admin');
  await expect(admin.getByRole('button', { name: 'Suspend Aino' })).toBeVisible();
  await isSound('admin', admin);
  await admin.getByRole('button', { name: 'Invite mentors' }).click();
  await expect(admin.getByRole('dialog')).toBeVisible();
  await isSound('admin, invitation', admin);
});

test('axe: the room before it opens, and after it closed', async ({ server, all, open }) => {
  const start = inMinutes(server.now, 90);
  const { roomId } = await accepted(all, start);
  const mentee = await open(all.mentee, `/rooms/${roomId}`);
  await expect(mentee.getByRole('button', { name: 'Join when it opens' })).toBeVisible();
  await isSound('room, before', mentee);
  await server.setClock(start.add({ minutes: 91 }));
  await expect(mentee.getByRole('heading', { name: /^The room closed/ })).toBeVisible();
  await isSound('room, after', mentee);
  const stranger = await open(all.other, `/rooms/${roomId}`);
  await expect(stranger.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await isSound('room, of others', stranger);
});
