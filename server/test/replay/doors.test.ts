import { expect, test, vi } from 'vitest';
import { protocolVersion } from '@confab/shared/protocol';
import { Confab, person, settleIn } from './confab.ts';

vi.setConfig({ testTimeout: 120_000 });

const ports = { mediaPort: 14320 };

test('the set-up code opens once', async () => {
  await using confab = await Confab.open(ports);
  const code = confab.setupCode;
  await confab.enter('/api/setup', { code, ...person('Sanna') });
  const again = await confab.post('/api/setup', { code, ...person('Otto') });
  expect(again).toMatchObject({ status: 409, answer: { code: 'setup-done' }, cookie: '' });
  const { email, password } = person('Otto');
  const nobody = await confab.post('/api/sign-in', { email, password });
  expect(nobody).toMatchObject({ status: 401, answer: { code: 'sign-in-failed' } });
});

test('P1: a link used again changes no role, and neither lifts a suspension', async () => {
  await using confab = await Confab.open(ports);
  const { admin, mentor, mentee, programId, tokens } = await settleIn(confab);
  await mentee.do('invitation.accept', { token: tokens.mentor });
  expect((await mentee.ask('program.open', { programId })).ok).toBe(true);
  expect(await membershipOf(mentee)).toMatchObject({ role: 'mentee', status: 'active' });

  await admin.do('admin.suspend', { programId, personId: mentor.personId });
  await mentor.give('invitation.accept', { token: tokens.mentor });
  expect(await membershipOf(mentor)).toMatchObject({ role: 'mentor', status: 'suspended' });
  expect(await mentor.ask('program.open', { programId })).toMatchObject({ code: 'not-found' });
});

test('a link that has run out admits nobody, signed in or not', async () => {
  await using confab = await Confab.open(ports);
  const { admin, tokens } = await settleIn(confab);
  confab.setClock(30 * 24 * 60);
  const token = tokens.mentee;
  const late = await confab.post('/api/join', { token, ...person('Late') });
  expect(late).toMatchObject({ status: 404, answer: { code: 'invitation' }, cookie: '' });
  expect(await admin.give('invitation.accept', { token })).toMatchObject({ code: 'invitation' });
});

test('P3: a mentor who went away is not asked for a session, by whatever was open before', async () => {
  await using confab = await Confab.open(ports);
  const { mentor, mentee, programId } = await settleIn(confab);
  await mentor.do('membership.set-availability', { programId, availability: 'away' });
  const [date = ''] = confab.now.add({ hours: 48 }).toString().split('T');
  const start = { date, time: '12:00', zone: 'UTC' };
  const terms = { start, minutes: 60, location: { kind: 'online' as const } };
  const asked = { programId, mentorId: mentor.personId, ...terms };
  const refused = { ok: false, code: 'mentor-away' };
  expect(await mentee.ask('booking.review', asked)).toEqual(refused);
  expect(await mentee.give('booking.request', { ...asked, note: null })).toEqual(refused);
  expect(await mentee.give('chat.send', { to: mentor.personId, text: 'Please' })).toMatchObject({
    code: 'conversation-closed',
  });
});

async function membershipOf(guest: Awaited<ReturnType<Confab['enter']>>) {
  const answer = await guest.ask('live.resume', { protocol: protocolVersion, after: null });
  if (!answer.ok || !('snapshot' in answer.value)) throw new Error('no snapshot');
  return answer.value.snapshot.me.memberships[0];
}
