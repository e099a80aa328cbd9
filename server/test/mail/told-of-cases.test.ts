import { expect, test } from 'vitest';
import { defaultMailChoices } from '@confab/shared';
import { transact } from '../../src/command/transact.ts';
import { completed, contested, everyone, type Everyone } from '../authorisation/people.ts';
import { settle } from '../stage/cases.ts';
import { readBy } from './mail-server.ts';
import { mailed } from './mailed.ts';
import { allGone, origin } from './post-office.ts';

const [manager, mentor] = ['maria@example.org', 'aino@example.org'];

const scene = async () => mailed(await everyone());

/** The letter of the day is written for this person. */
const digest = ({ stage }: Everyone, who: string) =>
  transact(stage.core.ledger, stage.now, (context) => stage.core.wakeups.digest(context, who));

test('F2 N1 N4: who wants it at once is mailed of a case in their zone, with a link to it and no more', async () => {
  await using scenery = await scene();
  const { all, stage, server } = scenery;
  await stage.do(all.manager, 'mail.choose', { ...defaultMailChoices, cases: 'at-once' });
  const { bookingId } = await contested(all);
  await allGone(stage);
  const [letter, ...others] = readBy(server, manager);
  expect(others).toEqual([]);
  expect(letter?.headers.get('subject')).toBe('For you to settle: Farid with Aino');
  expect(letter?.text).toContain('The mark on the session of Farid with Aino is contested.');
  expect(letter?.text).toContain('When: Monday 2 March 2026, 12:30–13:30 (Helsinki)');
  expect(letter?.text).toContain(`${origin}/programs/${all.programId}/cases/${bookingId}`);
  for (const body of [letter?.text, letter?.html]) {
    expect(body).not.toContain('It was shorter');
    expect(body).not.toContain('/sessions/');
  }
});

test('F2 N1 N2: by default it comes once a day, with a link to the case, if it still waits', async () => {
  await using scenery = await scene();
  const { all, stage, server } = scenery;
  const { bookingId } = await contested(all);
  await digest(all, all.manager);
  await allGone(stage);
  const [letter, ...others] = readBy(server, manager);
  expect(others).toEqual([]);
  expect(letter?.text).toContain('Farid with Aino');
  expect(letter?.text).toContain(`${origin}/programs/${all.programId}/cases/${bookingId}`);
  expect(letter?.text).not.toContain('It was shorter');
});

test('F4 N2: what is settled before it is sent is not mailed, in no letter', async () => {
  await using scenery = await scene();
  const { all, stage, server } = scenery;
  const { bookingId } = await contested(all);
  await stage.do(all.manager, 'booking.settle', await settle(all, bookingId));
  await digest(all, all.manager);
  await allGone(stage);
  expect(readBy(server, manager)).toEqual([]);
});

test('F4 N2: a letter that waited while the mail server was away does not come once it is settled', async () => {
  await using scenery = await scene();
  const { all, stage, server } = scenery;
  await stage.do(all.manager, 'mail.choose', { ...defaultMailChoices, cases: 'at-once' });
  const { bookingId } = await contested(all);
  // What is sent looks at the booking anew: here it is settled in between.
  const waiting = await stage.db.selectFrom('outbox').selectAll().execute();
  expect(waiting.map(({ kind }) => kind)).toContain('case-contested');
  await allGone(stage);
  const before = readBy(server, manager).length;
  await stage.do(all.manager, 'booking.settle', await settle(all, bookingId));
  await stage.db
    .updateTable('outbox')
    .set({ state: 'waiting', attempts: 0, next_at: '2026-03-02T09:00:00.000Z' })
    .where('kind', '=', 'case-contested')
    .execute();
  await allGone(stage);
  expect(readBy(server, manager)).toHaveLength(before);
});

test('P4 N2: nor to one who does not manage the program any more', async () => {
  await using scenery = await scene();
  const { all, stage, server } = scenery;
  await contested(all);
  const { programId, manager: personId } = all;
  await stage.do(all.admin, 'admin.suspend', { programId, personId });
  await digest(all, personId);
  await allGone(stage);
  expect(readBy(server, manager)).toEqual([]);
});

test('F6 N2: a letter of the day says nothing of a review that was taken back or is hidden', async () => {
  await using scenery = await scene();
  const { all, stage, server } = scenery;
  const { bookingId } = await completed(all);
  await stage.do(all.mentee, 'review.write', { bookingId, rating: 5, text: '' });
  await stage.do(all.mentee, 'review.take-back', { bookingId });
  await digest(all, all.mentor);
  await allGone(stage);
  expect(
    readBy(server, mentor)
      .map(({ text }) => text)
      .join(''),
  ).not.toContain('rated');
  stage.pass({ minutes: 1 });
  await stage.do(all.mentee, 'review.write', { bookingId, rating: 5, text: '' });
  await digest(all, all.mentor);
  await allGone(stage);
  const rated = readBy(server, mentor).filter(({ text }) => text.includes('Farid rated'));
  expect(rated).toHaveLength(1);
  expect(rated[0]?.text.match(/Farid rated/g)).toHaveLength(1);
  await stage.do(all.mentor, 'booking.undo', { bookingId });
  stage.pass({ hours: 24 });
  await digest(all, all.mentor);
  await allGone(stage);
  expect(readBy(server, mentor).filter(({ text }) => text.includes('Farid rated'))).toHaveLength(1);
});
