import { accepted } from '../stage/agreed.ts';
import { inMinutes } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';
import { look } from './look.ts';

test('looks: the doors, a house in which nothing is yet, and how it is run', async ({
  server,
  openSignedOut,
  open,
  all,
}) => {
  const door = await openSignedOut('/join#no-such-link');
  await expect(door.getByRole('heading', { name: 'Join Confab' })).toBeVisible();
  await look('join-dead', door);
  const newcomer = await open(all.other);
  for (const [name, path] of [
    ['empty-dashboard', '/'],
    ['empty-messages', '/messages'],
    ['empty-first-words', `/messages/${all.mentorId}`],
    ['empty-sessions', '/sessions?shelf=upcoming'],
    ['empty-gate', `/programs/${all.programId}/mentors/${all.mentorId}`],
  ] as const) {
    await newcomer.goto(server.origin + path);
    await expect(newcomer.getByRole('heading').first()).toBeAttached();
    await look(name, newcomer);
  }
  const admin = await open(all.admin, '/admin');
  await expect(admin.getByRole('button', { name: 'Suspend Aino' })).toBeVisible();
  await look('admin', admin);
  await admin.getByRole('button', { name: 'Invite mentors' }).click();
  await expect(admin.getByRole('dialog')).toBeVisible();
  await look('admin-invitation', admin);
});

test('looks: the first page of a new house', async ({ openSignedOut }) => {
  const page = await openSignedOut('/');
  await expect(page.getByRole('heading', { name: 'Set up Confab' })).toBeVisible();
  await look('set-up', page);
});

test('looks: the room before it opens, and after it closed', async ({ server, all, open }) => {
  const start = inMinutes(server.now, 90);
  const { roomId } = await accepted(all, start);
  const mentee = await open(all.mentee, `/rooms/${roomId}`);
  await expect(mentee.getByRole('button', { name: 'Join when it opens' })).toBeVisible();
  await look('room-before', mentee);
  await server.setClock(start.add({ minutes: 91 }));
  await expect(mentee.getByRole('heading', { name: /^The room closed/ })).toBeVisible();
  await look('room-closed', mentee);
});
