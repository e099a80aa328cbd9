import { darkIfWide, isSound, lightIfWide } from '../stage/axe.ts';
import { serverGone } from '../stage/complaints.ts';
import { test } from '../stage/demo.ts';
import { expect } from '../stage/test.ts';
import {
  admin,
  cases,
  hours,
  log,
  places,
  request,
  room,
  sessions,
  settings,
  words,
} from '../stage/tour.ts';

test.setTimeout(900_000);

test('axe: every place, filled, and when the server is gone', async ({
  server,
  visitor,
  open,
  openSignedOut,
  complaints,
}) => {
  const door = await openSignedOut('/');
  await expect(door.getByRole('heading', { level: 1 })).toBeVisible();
  await isSound('sign-in of the demo', door);
  const noor = await open(await visitor('Noor Haddad'));
  await places(noor, isSound);
  await request(noor, server, isSound);
  await words(noor, server, isSound);
  await noor.goto(server.origin);
  await expect(noor.getByRole('heading', { level: 1 })).toBeVisible();
  complaints.expect(serverGone);
  await server.kill();
  await expect(noor.getByText('Reconnecting.')).toBeVisible();
  await isSound('dashboard without a server', noor);
  const main = noor.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Programs' }).click();
  await expect(noor.getByText('The page opens as soon as it does.')).toBeVisible();
  await server.resume();
  await expect(noor.getByRole('heading', { name: 'Programs', level: 1 })).toBeVisible();
});

for (const [name, isSoundToo] of [
  ['Noor Haddad', lightIfWide],
  ['Daniel Okafor', darkIfWide],
] as const) {
  test(`axe: the sessions of ${name}, in every state, with their dialogs`, async ({
    server,
    visitor,
    open,
  }) => {
    await sessions(await open(await visitor(name)), server, name, isSoundToo);
  });
}

test('axe: a mentor’s hours, as they stand and while they are changed', async ({
  server,
  visitor,
  open,
}) => {
  await hours(await open(await visitor('Daniel Okafor')), server, isSound);
});

test('axe: a program’s settings, and for whom they are not', async ({ visitor, open }) => {
  const sofia = await open(await visitor('Sofia Marchetti'));
  await settings(sofia, isSound);
  const noor = await open(await visitor('Noor Haddad'), new URL(sofia.url()).pathname);
  await expect(noor.getByRole('heading', { name: 'Only its managers decide this' })).toBeVisible();
  await isSound('settings, for others', noor);
});

test('axe: what waits for a manager, and for whom it does not', async ({ visitor, open }) => {
  const sofia = await open(await visitor('Sofia Marchetti'));
  let at = '';
  await cases(sofia, async (name, page) => {
    if (name === 'cases') at = new URL(page.url()).pathname;
    await isSound(name, page);
  });
  const noor = await open(await visitor('Noor Haddad'), at);
  await expect(noor.getByRole('heading', { name: 'Only its managers see this' })).toBeVisible();
  await isSound('cases, for others', noor);
});

test('axe: who changed what, for managers, for admins, and for whom it is not', async ({
  server,
  visitor,
  open,
}) => {
  const sofia = await open(await visitor('Sofia Marchetti'));
  await log(sofia, isSound);
  await admin(await open(await visitor('Anneli Kask')), server, isSound);
  const noor = await open(await visitor('Noor Haddad'), new URL(sofia.url()).pathname);
  await expect(noor.getByRole('heading', { name: 'Only its managers see this' })).toBeVisible();
  await isSound('log, for others', noor);
});

test('axe: the room, from its door to the end of a call', async ({ visitor, open }) => {
  const noor = await open(await visitor('Noor Haddad'));
  const daniel = await open(await visitor('Daniel Okafor'));
  await room(noor, daniel, lightIfWide);
});
