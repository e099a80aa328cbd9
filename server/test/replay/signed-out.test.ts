import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { device } from '../stage/device.ts';
import { Confab, inSession, person, settleIn } from './confab.ts';
import type { Guest } from './guest.ts';

// Passwords cost what they cost, on a busy machine a second.
vi.setConfig({ testTimeout: 120_000 });

const ports = { mediaPort: 14300 };

/** The window was told, and closed. */
const isCut = (guest: Guest) =>
  vi.waitFor(() => {
    expect(guest.told.slice(-2)).toEqual(['signed-out', 'disconnect']);
  }, 10_000);

test('a session that was signed out opens nothing again: cookie, window, catch-up, command', async () => {
  await using confab = await Confab.open(ports);
  const { mentor, mentee } = await settleIn(confab);
  const commandId = randomUUID();
  const said = { to: mentor.personId, text: 'Once' };
  const first = await mentee.give('chat.send', said, commandId);

  const { status } = await confab.post('/api/sign-out', {}, mentee.cookie);
  expect(status).toBe(200);
  await isCut(mentee);
  expect(await confab.isSignedIn(mentee.cookie)).toBe(false);
  expect(await mentee.reopened()).toBe('signed-out');
  const everywhere = await confab.post('/api/sign-out-everywhere', {}, mentee.cookie);
  expect(everywhere).toMatchObject({ status: 401, answer: { code: 'signed-out' } });

  const again = await confab.enter('/api/sign-in', {
    email: person('Farid').email,
    password: person('Farid').password,
  });
  expect(await again.give('chat.send', said, commandId)).toEqual(first);
  expect(await mentor.give('chat.send', { to: mentee.personId, text: 'Taken' }, commandId)).toEqual(
    {
      ok: false,
      code: 'not-found',
    },
  );
  const { messages } = await known(again, mentor.personId);
  expect(messages).toHaveLength(2);
});

test('N1: a device is told no longer than its sign-in lasts', async () => {
  await using confab = await Confab.open(ports);
  const { mentor, mentee } = await settleIn(confab);
  const credentials = { email: person('Farid').email, password: person('Farid').password };
  // Nothing happens to these people, so nothing is ever sent there.
  const named = (name: string) => ({ ...device, endpoint: `https://fcm.googleapis.com/${name}` });
  const [second, third] = [
    await confab.enter('/api/sign-in', credentials),
    await confab.enter('/api/sign-in', credentials),
  ];
  await mentor.do('push.subscribe', named('mentor'));
  await mentee.do('push.subscribe', named('first'));
  await second.do('push.subscribe', named('second'));
  const told = async (guest: Guest) => {
    const answer = await guest.ask('push.open', {});
    return answer.ok ? answer.value.devices.length : NaN;
  };
  expect(await told(third)).toBe(2);
  await confab.post('/api/sign-out', {}, mentee.cookie);
  expect(await told(third)).toBe(1);
  await confab.post('/api/sign-out-everywhere', {}, second.cookie);
  const fourth = await confab.enter('/api/sign-in', credentials);
  expect(await told(fourth)).toBe(0);
  expect(await told(mentor)).toBe(1);
});

test('signed out everywhere: every window is cut, and the seat in the call is gone for good', async () => {
  await using confab = await Confab.open(ports);
  const house = await settleIn(confab);
  const { mentee } = house;
  const { email, password } = person('Farid');
  const other = await confab.enter('/api/sign-in', { email, password });
  const { roomId } = await inSession(house, confab);
  const [used, kept] = [await mentee.grant(roomId), await mentee.grant(roomId)];
  const caller = await mentee.call(used);
  await caller.join();

  await confab.post('/api/sign-out-everywhere', {}, other.cookie);
  await isCut(mentee);
  await isCut(other);
  await vi.waitFor(() => {
    expect(caller.socket.connected).toBe(false);
  }, 10_000);
  await expect(mentee.call(used)).rejects.toThrow('grant-used');
  await expect(mentee.call(kept)).rejects.toThrow('grant-stale');
  for (const guest of [mentee, other]) {
    expect(await guest.reopened()).toBe('signed-out');
    expect(await confab.isSignedIn(guest.cookie)).toBe(false);
  }
});

test('one sign-out leaves the other session alone, in the call too', async () => {
  await using confab = await Confab.open(ports);
  const house = await settleIn(confab);
  const { mentee } = house;
  const { email, password } = person('Farid');
  const other = await confab.enter('/api/sign-in', { email, password });
  const { roomId } = await inSession(house, confab);
  const kept = await mentee.grant(roomId);
  const caller = await other.call(await other.grant(roomId));
  await caller.join();

  await confab.post('/api/sign-out', {}, mentee.cookie);
  await isCut(mentee);
  await expect(mentee.call(kept)).rejects.toThrow('grant-stale');
  expect(await other.reopened()).toBe('in');
  expect(caller.socket.connected).toBe(true);
  expect((await other.ask('room.enter', { roomId })).ok).toBe(true);
});

async function known(guest: Guest, other: string) {
  const answer = await guest.ask('chat.history', { with: other, before: 99 });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}
