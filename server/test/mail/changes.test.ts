import { expect, test } from 'vitest';
import { defaultMailChoices } from '@confab/shared';
import { during, everyone } from '../authorisation/people.ts';
import { accepted, byTelephone, company, requested, telephone } from '../stage/company.ts';
import { wake } from '../stage/woken.ts';
import { MailServer, readBy } from './mail-server.ts';
import { mailed } from './mailed.ts';
import { allGone, openOffice } from './post-office.ts';
import type { Read } from './read-letter.ts';

const [mentor, mentee] = ['aino@example.org', 'farid@example.org'];

/** An hour online on Wednesday 4 March at 12:30 in Helsinki is asked for. */
async function scene() {
  const all = await company();
  await byTelephone(all);
  const post = await mailed(all);
  return {
    ...post,
    /** The letter whose subject begins so, to one of the two. */
    async letter(address: string, beginning: string) {
      await allGone(all.stage);
      const found = readBy(post.server, address).filter(({ headers }) =>
        headers.get('subject')?.startsWith(beginning),
      );
      expect(found).toHaveLength(1);
      return factsIn(found[0] as Read);
    },
  };
}

/** Subject and rows. */
function factsIn({ headers, text }: Read) {
  const rows = (text.split('\r\n\r\n')[2] ?? '').split('\r\n');
  return {
    subject: headers.get('subject'),
    ...Object.fromEntries(rows.map((row) => row.split(/: (.*)/).slice(0, 2))),
  } as Record<string, string | undefined>;
}

const cafe = { kind: 'in-person', place: 'Café Engel' } as const;
const friday = { date: '2026-03-06', time: '15:00', zone: 'Europe/Helsinki' };

test('N1: a request says from when to when it would be, and how long', async () => {
  await using place = await scene();
  await requested(place.all);
  const letter = await place.letter(mentor, 'Farid asks you');
  expect(letter['When']).toBe('Wednesday 4 March 2026, 12:30–13:30 (Helsinki)');
  expect(letter['Duration']).toBe('1 h');
  expect(letter['Where']).toBe('Online video, in Confab');
  expect(letter['Before']).toBeUndefined();
});

test('R1: another duration is told as one, from what to what, and its acceptance too', async () => {
  await using place = await scene();
  const { all, stage } = place;
  const bookingId = await accepted(all);
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, minutes: 90 });
  const proposed = await place.letter(mentee, 'Aino proposes');
  expect(proposed).toMatchObject({
    subject: 'Aino proposes another duration: Wednesday 4 March 2026, 14:00–15:30 (Tehran)',
    When: 'Wednesday 4 March 2026, 14:00–15:30 (Tehran)',
    'For Aino': 'Wednesday 4 March 2026, 12:30–14:00 (Helsinki)',
    Duration: '1 h → 1 h 30 min',
    Where: 'Online video, in Confab',
  });
  expect(proposed['Before']).toBeUndefined();
  await stage.do(all.mentee, 'booking.accept', { bookingId, version: 2 });
  expect(await place.letter(mentor, 'Farid accepted')).toMatchObject({
    subject: 'Farid accepted the new duration: Wednesday 4 March 2026, 12:30–14:00 (Helsinki)',
    Duration: '1 h → 1 h 30 min',
    Where: 'Online video, in Confab',
  });
  // Whoever accepted has an entry for their calendar, of what is.
  expect(await place.letter(mentee, 'For your calendar')).toMatchObject({
    Duration: '1 h 30 min',
  });
});

test('R1 B9: another place is told as one, from where to where', async () => {
  await using place = await scene();
  const { all, stage } = place;
  const bookingId = await accepted(all);
  await stage.do(all.mentee, 'booking.propose', { bookingId, version: 1, location: cafe });
  expect(await place.letter(mentor, 'Farid proposes')).toMatchObject({
    subject: 'Farid proposes another place: Wednesday 4 March 2026, 12:30–13:30 (Helsinki)',
    Duration: '1 h',
    Where: 'Online video, in Confab → Café Engel',
  });
  const location = { kind: 'other', name: telephone, place: '' } as const;
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 2, location, start: friday });
  // What stands is online, whatever was proposed before.
  expect(await place.letter(mentee, 'Aino proposes')).toMatchObject({
    subject: 'Aino proposes another time and place: Friday 6 March 2026, 16:30–17:30 (Tehran)',
    When: 'Friday 6 March 2026, 16:30–17:30 (Tehran)',
    Before: 'Wednesday 4 March 2026, 14:00–15:00 (Tehran)',
    Where: 'Online video, in Confab → By telephone',
  });
});

test('R3: on a request a proposal is told beside what was asked, a counter beside what was proposed', async () => {
  await using place = await scene();
  const { all, stage } = place;
  const bookingId = await requested(all);
  await stage.do(all.mentor, 'booking.propose', {
    bookingId,
    version: 1,
    start: friday,
    minutes: 30,
    location: cafe,
  });
  expect(await place.letter(mentee, 'Aino proposes')).toMatchObject({
    subject:
      'Aino proposes another time, duration and place: Friday 6 March 2026, 16:30–17:00 (Tehran)',
    Before: 'Wednesday 4 March 2026, 14:00–15:00 (Tehran)',
    Duration: '1 h → 30 min',
    Where: 'Online video, in Confab → Café Engel',
  });
  await stage.do(all.mentee, 'booking.propose', { bookingId, version: 2, minutes: 60 });
  expect(await place.letter(mentor, 'Farid proposes')).toMatchObject({
    subject: 'Farid proposes another duration: Friday 6 March 2026, 15:00–16:00 (Helsinki)',
    Duration: '30 min → 1 h',
    Where: 'Café Engel',
  });
  await stage.do(all.mentor, 'booking.accept', { bookingId, version: 3 });
  expect(await place.letter(mentee, 'Aino accepted')).toMatchObject({
    subject: 'Aino accepted: Friday 6 March 2026, 16:30–17:30 (Tehran)',
    Duration: '30 min → 1 h',
    Where: 'Café Engel',
  });
});

test('D7 R1: whoever is reminded to answer a proposal is told what it would change', async () => {
  await using place = await scene();
  const { all, stage } = place;
  const bookingId = await accepted(all);
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, minutes: 90 });
  stage.pass({ hours: 6 });
  await wake(stage);
  expect(await place.letter(mentee, 'Aino waits for')).toMatchObject({
    When: 'Wednesday 4 March 2026, 14:00–15:30 (Tehran)',
    Duration: '1 h → 1 h 30 min',
  });
});

test('R2 N2: a reminder of the session itself tells what stands while another duration is proposed', async () => {
  await using place = await scene();
  const { all, stage } = place;
  const bookingId = await accepted(all);
  stage.pass({ hours: 24 });
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, minutes: 90 });
  stage.pass({ hours: 1, minutes: 31 });
  await wake(stage);
  expect(await place.letter(mentee, 'You meet Aino')).toMatchObject({
    When: 'Wednesday 4 March 2026, 14:00–15:00 (Tehran)',
    Duration: '1 h',
  });
});

test('F2: the letter of a day tells how long it was set to have taken', async () => {
  const all = await everyone();
  await using stage = all.stage;
  await using server = new MailServer();
  await server.up();
  await using _ = openOffice(stage, server.url);
  const { bookingId } = await during(all);
  await stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 45 });
  stage.pass({ hours: 24 });
  await wake(stage);
  await allGone(stage);
  const [day] = readBy(server, mentee).filter(
    ({ headers }) => headers.get('subject') === 'Your day in Confab',
  );
  expect(day?.text).toContain(
    'Aino completed your session and set that it took 45 min. (Monday 2 March 2026, ',
  );
});

test('F2: the mentee is told how long the session was set to have taken', async () => {
  const all = await everyone();
  await using stage = all.stage;
  await using server = new MailServer();
  await server.up();
  await using _ = openOffice(stage, server.url);
  await stage.do(all.mentee, 'mail.choose', { ...defaultMailChoices, afterwards: 'at-once' });
  const { bookingId } = await during(all);
  await stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 45 });
  await allGone(stage);
  const letter = readBy(server, mentee).find(({ headers }) =>
    headers.get('subject')?.startsWith('Aino completed'),
  );
  expect(factsIn(letter as Read)).toMatchObject({
    subject: 'Aino completed your session: 45 min',
    Duration: '1 h',
    'Actual time': '45 min',
  });
  expect(letter?.text).toContain('Aino completed your session and set that it took 45 min.');
});
