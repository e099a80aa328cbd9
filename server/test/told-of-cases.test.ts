import { expect, test } from 'vitest';
import { defaultMailChoices } from '@confab/shared';
import { completed, contested, during, everyone, type Everyone } from './authorisation/people.ts';
import { passTo, settle } from './stage/cases.ts';
import { snapshotFor } from './stage/snapshots.ts';

const kindsFor = async ({ stage }: Everyone, who: string) =>
  (await snapshotFor(stage, who)).notices.latest.map(({ kind }) => kind);

test('F2 N1: the managers of the program, and nobody else, are told that a mark is contested', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await contested(all);
  const { notices, people } = await snapshotFor(stage, all.manager);
  expect(notices.latest).toMatchObject([
    {
      kind: 'case-contested',
      bookingId,
      with: all.mentee,
      managed: { programId: all.programId, mentorId: all.mentor },
      startsAt: '2026-03-02T10:30:00.000Z',
    },
  ]);
  expect(Object.keys(people).toSorted()).toEqual([all.mentee, all.mentor].toSorted());
  for (const who of [all.mentor, all.mentee, all.admin, all.stranger, all.colleague])
    expect(await kindsFor(all, who)).not.toContain('case-contested');
});

test('F5 N1: they are told of a forgotten session a day after its end, once', async () => {
  const all = await everyone();
  await using stage = all.stage;
  await during(all);
  await passTo(all, 24);
  expect(await kindsFor(all, all.manager)).toEqual([]);
  await passTo(all, 6);
  expect(await kindsFor(all, all.manager)).toEqual(['case-forgotten']);
  await passTo(all, 48);
  expect(await kindsFor(all, all.manager)).toEqual(['case-forgotten']);
  expect(stage.failures).toEqual([]);
});

test('P1: a manager who is one of the two is told as one of the two', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await completed(all);
  // No command makes a manager of a member; whoever keeps the store may.
  await stage.db
    .updateTable('membership')
    .set({ role: 'manager' })
    .where('person_id', '=', all.mentor)
    .execute();
  await stage.do(all.mentee, 'booking.contest', { bookingId, reason: 'Not so' });
  expect(await kindsFor(all, all.mentor)).not.toContain('case-contested');
  expect(await kindsFor(all, all.mentor)).toContain('contested');
  expect(await kindsFor(all, all.manager)).toEqual(['case-contested']);
});

test('P4: whoever manages the program no longer is not shown whose sessions waited', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await contested(all);
  const { seq, ...before } = await snapshotFor(stage, all.manager);
  expect(before.notices.latest).toHaveLength(1);
  const membership = { programId: all.programId, personId: all.manager };
  await stage.do(all.admin, 'admin.suspend', membership);
  const events = await stage.events(all.manager, seq);
  const [notice] = before.notices.latest;
  expect(events).toContainEqual(
    expect.objectContaining({ kind: 'notice', notice: null, gone: notice?.id }),
  );
  expect((await snapshotFor(stage, all.manager)).notices.latest).toEqual([]);
  const page = await stage.know(all.manager, 'notice.list', { before: 100 });
  expect(JSON.stringify(page)).not.toContain(bookingId);
  await stage.do(all.admin, 'admin.reinstate', membership);
  expect(await kindsFor(all, all.manager)).toEqual(['case-contested']);
});

test('F6 N1: a notice of a review goes when it is taken back or hidden, and only what stands comes back', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentor, mentee } = all;
  const { bookingId } = await completed(all);
  const write = { bookingId, rating: 4 as const, text: 'Clear' };
  const told = async () => (await kindsFor(all, mentor)).filter((kind) => kind === 'reviewed');
  await stage.do(mentee, 'review.write', write);
  expect(await told()).toEqual(['reviewed']);
  await stage.do(mentor, 'booking.undo', { bookingId });
  expect(await told()).toEqual([]);
  await stage.do(mentor, 'booking.complete', { bookingId, minutes: 60 });
  expect(await told()).toEqual(['reviewed']);
  stage.pass({ minutes: 1 });
  await stage.do(mentee, 'review.take-back', { bookingId });
  expect(await told()).toEqual([]);
  const page = await stage.know(mentor, 'notice.list', { before: 100 });
  expect(page.notices.filter(({ kind }) => kind === 'reviewed')).toEqual([]);
  await stage.do(mentee, 'review.write', write);
  // The one that told of the review that is gone stays gone.
  expect(await told()).toEqual(['reviewed']);
});

test('N1: what is chosen for cases is kept with the rest, and has its default', async () => {
  const all = await everyone();
  await using stage = all.stage;
  expect((await stage.know(all.manager, 'mail.open', {})).choices.cases).toBe('daily');
  expect((await stage.know(all.manager, 'push.open', {})).choices.cases).toBe(true);
  await stage.do(all.manager, 'mail.choose', { ...defaultMailChoices, cases: 'off' });
  expect((await stage.know(all.manager, 'mail.open', {})).choices.cases).toBe('off');
  const { bookingId } = await contested(all);
  await stage.do(all.manager, 'booking.settle', await settle(all, bookingId));
});
