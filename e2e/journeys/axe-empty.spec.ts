import { accepted } from '../stage/agreed.ts';
import { darkIfWide, isSound } from '../stage/axe.ts';
import { serverGone } from '../stage/complaints.ts';
import { goTo, inMinutes } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';
import { dialogs } from '../stage/tour.ts';

test.setTimeout(900_000);

test('axe: doors, and pages on which nothing is yet', async ({
  server,
  openSignedOut,
  open,
  all,
}) => {
  for (const [heading, path] of [
    ['Sign in', '/sign-in'],
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

test('axe: a house in which nothing is yet, a page that broke, a server that was never reached', async ({
  server,
  openSignedOut,
  complaints,
}) => {
  const page = await openSignedOut('/');
  await expect(page.getByRole('heading', { name: 'Set up Confab' })).toBeVisible();
  await isSound('set-up', page);
  await page.getByLabel('Set-up code').fill(server.setupCode ?? '');
  await page.getByLabel('Your name').fill('Sanna');
  await page.getByLabel('E-mail').fill('sanna@example.org');
  await page.getByLabel('Password').fill('the password of Sanna');
  await page.getByRole('button', { name: 'Set up Confab' }).click();
  await expect(page).toHaveTitle(/Dashboard/);
  await page.goto(`${server.origin}/admin`);
  await expect(page.getByRole('heading', { name: 'No program yet' })).toBeVisible();
  await isSound('admin, no program', page);

  complaints.expect(serverGone, /Failed to fetch dynamically imported module/);
  const pageFiles = /\/nodes\/(?![01]\.)/;
  await page.route(pageFiles, (asked) => asked.abort());
  await goTo(page, 'Sessions');
  await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
  await isSound('something went wrong', page);
  await page.unrouteAll();

  await page.route('**/api/me', async (asked) => {
    await server.kill();
    await asked.abort();
  });
  await page.goto(server.origin);
  await expect(page.getByRole('heading', { name: 'Confab does not answer' })).toBeVisible();
  await isSound('never reached', page);
});

test('axe: the room before it opens, and after it closed', async ({ server, all, open }) => {
  const start = inMinutes(server.now, 90);
  const { bookingId, roomId } = await accepted(all, start);
  const mentee = await open(all.mentee, `/rooms/${roomId}`);
  await expect(mentee.getByRole('button', { name: 'Join when it opens' })).toBeVisible();
  await isSound('room, before', mentee);
  await server.setClock(start.add({ minutes: 91 }));
  await expect(mentee.getByRole('heading', { name: /^The room closed/ })).toBeVisible();
  await isSound('room, after', mentee);
  const mentor = await open(all.mentor, `/sessions/${bookingId}`);
  await expect(mentor.getByRole('heading', { name: 'What happened' })).toBeVisible();
  await dialogs(mentor, 'session, over', darkIfWide);
  const stranger = await open(all.other, `/rooms/${roomId}`);
  await expect(stranger.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await isSound('room, of others', stranger);
});
