import { expect, test, vi } from 'vitest';
import { Confab, inSession, settleIn } from './confab.ts';
import type { Guest } from './guest.ts';

vi.setConfig({ testTimeout: 120_000 });

const ports = { mediaPort: 14310 };

const codeOf = (answer: { ok: true } | { ok: false; code: string }) =>
  answer.ok ? 'ok' : answer.code;

/** Somebody in the call, with a grant in the pocket that has not been used. */
async function inCall(guest: Guest, roomId: string) {
  const caller = await guest.call(await guest.grant(roomId));
  await caller.join();
  return { caller, kept: await guest.grant(roomId) };
}

const isOut = ({ caller }: Awaited<ReturnType<typeof inCall>>) =>
  vi.waitFor(() => {
    expect(caller.told).toContain('ended');
  }, 10_000);

test('P4: a suspended mentor is out of the call, and no grant, request or message leads back', async () => {
  await using confab = await Confab.open(ports);
  const house = await settleIn(confab);
  const { admin, mentor, mentee, programId } = house;
  const { roomId, bookingId } = await inSession(house, confab);
  const seats = [await inCall(mentor, roomId), await inCall(mentee, roomId)];

  await admin.do('admin.suspend', { programId, personId: mentor.personId });
  for (const seat of seats) {
    await isOut(seat);
    await expect(mentor.call(seat.kept)).rejects.toThrow(/grant-stale|room-closed/);
  }
  for (const guest of [mentor, mentee])
    expect(await guest.ask('room.enter', { roomId })).toMatchObject({
      code: 'room-closed',
      phase: 'state',
    });
  const version = 1;
  expect(codeOf(await mentor.give('booking.accept', { bookingId, version }))).toBe('wrong-state');
  expect(codeOf(await mentor.give('booking.complete', { bookingId, minutes: 60 }))).toBe(
    'wrong-state',
  );
  const text = 'Are you there?';
  const { personId: to } = mentor;
  expect(codeOf(await mentee.give('chat.send', { to, text }))).toBe('conversation-closed');
  const back = await mentor.give('chat.send', { to: mentee.personId, text });
  expect(codeOf(back)).toBe('conversation-closed');
  expect(codeOf(await mentor.ask('program.open', { programId }))).toBe('not-found');
  const availability = 'available';
  const open = await mentor.give('membership.set-availability', { programId, availability });
  expect(codeOf(open)).toBe('forbidden');
});

test('B9: a session moved away from Online video has no room, whatever was kept of it', async () => {
  await using confab = await Confab.open(ports);
  const house = await settleIn(confab);
  const { mentor, mentee } = house;
  const { roomId, bookingId } = await inSession(house, confab);
  const seats = [await inCall(mentor, roomId), await inCall(mentee, roomId)];
  const location = { kind: 'in-person' as const, place: 'Library' };
  await mentee.do('booking.propose', { bookingId, version: 1, location });
  await mentor.do('booking.accept', { bookingId, version: 2 });
  for (const seat of seats) {
    await isOut(seat);
    await expect(mentor.call(seat.kept)).rejects.toThrow(/grant-stale|room-closed/);
  }
  for (const guest of [mentor, mentee]) {
    expect(codeOf(await guest.ask('room.enter', { roomId }))).toBe('not-found');
    expect(codeOf(await guest.ask('room.look', { roomId }))).toBe('not-found');
  }
});

test('W4: a cancelled session’s room is closed at once, and stays so', async () => {
  await using confab = await Confab.open(ports);
  const house = await settleIn(confab);
  const { mentor, mentee } = house;
  const { roomId, bookingId } = await inSession(house, confab);
  const seat = await inCall(mentor, roomId);
  await mentee.do('booking.cancel', { bookingId, reason: null });
  await isOut(seat);
  await expect(mentor.call(seat.kept)).rejects.toThrow(/grant-stale|room-closed/);
  expect(await mentor.ask('room.enter', { roomId })).toMatchObject({ phase: 'state' });
});

test('W1: after closing, a grant that was kept admits nobody', async () => {
  await using confab = await Confab.open(ports);
  const house = await settleIn(confab);
  const { mentor } = house;
  const { roomId } = await inSession(house, confab);
  const kept = await mentor.grant(roomId);
  confab.setClock(96);
  expect(await mentor.ask('room.enter', { roomId })).toMatchObject({ phase: 'after' });
  await expect(mentor.call(kept)).rejects.toThrow(/grant-expired|room-closed/);
  confab.setClock(0);
  expect((await mentor.ask('room.enter', { roomId })).ok).toBe(true);
});

test('B9: a grant admits the one it was given to, under no other name', async () => {
  await using confab = await Confab.open(ports);
  const house = await settleIn(confab);
  const { mentor, mentee } = house;
  const { roomId } = await inSession(house, confab);
  const grant = await mentor.grant(roomId);
  const [head = '', claims = '', signature = ''] = grant.split('.');
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
  const changed = { ...read, personId: mentee.personId };
  const forged = Buffer.from(JSON.stringify(changed)).toString('base64url');
  await expect(mentee.call([head, forged, signature].join('.'))).rejects.toThrow('grant-forged');
  await mentor.call(grant);
  await expect(mentor.call(grant)).rejects.toThrow('grant-used');
});
