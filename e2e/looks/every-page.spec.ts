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
import { look } from './look.ts';

test('looks: every page', async ({ server, visitor, open, openSignedOut }) => {
  const signIn = await openSignedOut('/');
  await expect(signIn.getByRole('button', { name: 'Noor Haddad' })).toBeVisible();
  await look('sign-in', signIn);
  const noor = await open(await visitor('Noor Haddad'));
  const daniel = await open(await visitor('Daniel Okafor'));
  await places(noor, look);
  await request(noor, server, look);
  await words(noor, server, look);
  await hours(daniel, server, look);
  await sessions(noor, server, 'mentee', look);
  await sessions(daniel, server, 'mentor', look);
  await room(noor, daniel, look);
});

test('looks: what managers and admins see', async ({ server, visitor, open }) => {
  const sofia = await open(await visitor('Sofia Marchetti'));
  await settings(sofia, look);
  await cases(sofia, look);
  await log(sofia, look);
  await admin(await open(await visitor('Anneli Kask')), server, look);
});
