import { expect, test } from 'vitest';
import { defaultSettings } from '@confab/shared';
import { protocolVersion } from '@confab/shared/protocol';
import { completed, everyone } from './authorisation/people.ts';
import type { Company } from './stage/company.ts';

/** One session more of the same two, completed. */
async function another(all: Company, date: string): Promise<string> {
  const { stage, mentee, mentor, programId } = all;
  const { booking } = await stage.do(mentee, 'booking.request', {
    programId,
    mentorId: mentor,
    start: { date, time: '14:00', zone: 'Asia/Tehran' },
    minutes: 60,
    location: { kind: 'online' },
    note: null,
  });
  const bookingId = booking.id;
  await stage.do(mentor, 'booking.accept', { bookingId, version: 1 });
  stage.pass({ hours: 24 });
  await stage.do(mentor, 'booking.complete', { bookingId, minutes: 60 });
  return bookingId;
}

const profile = async ({
  stage,
  fellow,
  programId,
  mentor,
}: Awaited<ReturnType<typeof everyone>>) => {
  const { ratings } = await stage.know(fellow, 'mentor.open', { programId, mentorId: mentor });
  const asked = { programId, mentorId: mentor, before: null };
  const { reviews } = await stage.know(fellow, 'review.list', asked);
  return { ratings, texts: reviews.map(({ text }) => text) };
};

test('F6: a mentee’s review is on the profile at once, with a first name and a month only', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentee, mentor, fellow, programId } = all;
  await stage.do(mentee, 'person.update', { name: 'Farid Karimi' });
  const { bookingId } = await completed(all);
  await stage.do(mentee, 'review.write', { bookingId, rating: 5, text: 'Clear and kind' });
  const asked = { programId, mentorId: mentor, before: null };
  const { reviews, more } = await stage.know(fellow, 'review.list', asked);
  const [{ id, ...shown } = { id: bookingId }] = reviews;
  expect(id).not.toBe(bookingId);
  expect(shown).toEqual({
    rating: 5,
    text: 'Clear and kind',
    firstName: 'Farid',
    month: '2026-03',
  });
  expect(more).toBe(false);
  const { people } = await stage.know(fellow, 'program.open', { programId });
  expect(people.find((one) => one.id === mentor)?.ratings).toEqual({ average: 5, count: 1 });
  const seen = await stage.know(mentor, 'review.open', { bookingId });
  expect(seen).toMatchObject({ own: null, ofMe: { rating: 5, text: 'Clear and kind' } });
});

test('F6: what a mentor writes is for the manager, and nowhere else', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentee, mentor, manager, programId } = all;
  const { bookingId } = await completed(all);
  const before = await stage.know(mentee, 'live.resume', {
    protocol: protocolVersion,
    after: null,
  });
  await stage.do(mentor, 'review.write', { bookingId, rating: 2, text: 'Came unprepared' });
  const after = await stage.know(mentee, 'live.resume', { protocol: protocolVersion, after: null });
  expect(after).toEqual(before);
  expect(await stage.know(mentee, 'review.open', { bookingId })).toEqual({ own: null, ofMe: null });
  expect(await profile(all)).toEqual({ ratings: null, texts: [] });
  const { comments } = await stage.know(manager, 'review.feedback', { programId, before: null });
  expect(comments).toMatchObject([
    { rating: 2, text: 'Came unprepared', mentorId: mentor, menteeId: mentee },
  ]);
});

test('F6: one per person and session; changed it keeps its day, taken back it is gone', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentee } = all;
  const { bookingId } = await completed(all);
  await stage.do(mentee, 'review.write', { bookingId, rating: 3, text: 'Good' });
  const first = await stage.know(mentee, 'review.open', { bookingId });
  stage.pass({ hours: 48 });
  await stage.do(mentee, 'review.write', { bookingId, rating: 4, text: 'Better, looking back' });
  const { own } = await stage.know(mentee, 'review.open', { bookingId });
  expect(own).toEqual({ ...first.own, rating: 4, text: 'Better, looking back' });
  expect((await profile(all)).ratings).toEqual({ average: 4, count: 1 });
  await stage.do(mentee, 'review.take-back', { bookingId });
  expect(await profile(all)).toEqual({ ratings: null, texts: [] });
  await stage.do(mentee, 'review.write', { bookingId, rating: 5, text: '' });
  stage.pass({ hours: 30 * 24 });
  const late = await stage.give(mentee, 'review.write', { bookingId, rating: 1, text: '' });
  expect(late).toMatchObject({ ok: false, code: 'too-late' });
});

test('F6: undoing the completion hides it until the session is completed again', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentee, mentor } = all;
  const { bookingId } = await completed(all);
  await stage.do(mentee, 'review.write', { bookingId, rating: 5, text: 'Clear' });
  await stage.do(mentor, 'review.write', { bookingId, rating: 5, text: 'Eager' });
  await stage.do(mentor, 'booking.undo', { bookingId });
  expect(await profile(all)).toEqual({ ratings: null, texts: [] });
  expect(await stage.know(mentor, 'review.open', { bookingId })).toMatchObject({ ofMe: null });
  const { own } = await stage.know(mentee, 'review.open', { bookingId });
  expect(own).toMatchObject({ text: 'Clear' });
  await stage.do(mentor, 'booking.complete', { bookingId, minutes: 45 });
  expect(await profile(all)).toEqual({ ratings: { average: 5, count: 1 }, texts: ['Clear'] });
});

test('F6: a program that turns them off shows none; its mentors still read theirs', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentee, mentor, manager, programId } = all;
  const { bookingId } = await completed(all);
  await stage.do(mentee, 'review.write', { bookingId, rating: 5, text: 'Clear' });
  const settings = { ...defaultSettings, mentorReviews: 'hidden' as const };
  await stage.do(manager, 'program.change-settings', { programId, version: 1, settings });
  expect(await profile(all)).toEqual({ ratings: null, texts: [] });
  const { ofMe } = await stage.know(mentor, 'review.open', { bookingId });
  expect(ofMe).toMatchObject({ text: 'Clear' });
});

test('F6: settings decided before there were reviews are read, and show them', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentorReviews: _, ...earlier } = defaultSettings;
  await stage.db
    .updateTable('program')
    .set({ settings: JSON.stringify(earlier) })
    .execute();
  const { programId, manager } = all;
  const { settings } = await stage.know(manager, 'program.settings', { programId });
  expect(settings).toEqual(defaultSettings);
});

test('F6: a review outlives its author’s membership; new ones need it', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentee, admin, programId } = all;
  const { bookingId } = await completed(all);
  await stage.do(mentee, 'review.write', { bookingId, rating: 4, text: 'Clear' });
  await stage.do(admin, 'admin.suspend', { programId, personId: mentee });
  expect(await profile(all)).toEqual({ ratings: { average: 4, count: 1 }, texts: ['Clear'] });
  const changed = await stage.give(mentee, 'review.write', { bookingId, rating: 1, text: '' });
  expect(changed).toMatchObject({ ok: false, code: 'not-your-part' });
  await stage.do(mentee, 'review.take-back', { bookingId });
  expect(await profile(all)).toEqual({ ratings: null, texts: [] });
});

test('F6: the latest come first, page by page, each once', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentee, mentor, fellow, programId } = all;
  const { bookingId } = await completed(all);
  const bookings = [bookingId];
  for (let day = 3; day < 14; day++)
    bookings.push(await another(all, `2026-03-${String(day).padStart(2, '0')}`));
  for (const [index, one] of bookings.entries())
    await stage.do(mentee, 'review.write', { bookingId: one, rating: 5, text: String(index) });
  const seen: string[] = [];
  let before: string | null = null;
  for (let more = true; more;) {
    const asked: { programId: string; mentorId: string; before: string | null } = {
      programId,
      mentorId: mentor,
      before,
    };
    const page = await stage.know(fellow, 'review.list', asked);
    seen.push(...page.reviews.map(({ text }) => text));
    before = page.reviews.at(-1)?.id ?? null;
    ({ more } = page);
  }
  expect(seen).toHaveLength(12);
  expect(new Set(seen).size).toBe(12);
  const wrong = { programId, mentorId: mentor, before: bookingId };
  expect(await stage.ask(fellow, 'review.list', wrong)).toMatchObject({ code: 'not-found' });
});

test('F6 N1: the mentor is told of a review once; the mentee of none', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentee, mentor } = all;
  const { bookingId } = await completed(all);
  const kinds = async (who: string) =>
    (await stage.know(who, 'notice.list', { before: 99 })).notices.map(({ kind }) => kind);
  const menteeBefore = await kinds(mentee);
  await stage.do(mentee, 'review.write', { bookingId, rating: 5, text: '' });
  await stage.do(mentee, 'review.write', { bookingId, rating: 4, text: 'Clear' });
  await stage.do(mentor, 'review.write', { bookingId, rating: 4, text: '' });
  expect((await kinds(mentor)).filter((kind) => kind === 'reviewed')).toHaveLength(1);
  expect(await kinds(mentee)).toEqual(menteeBefore);
});

test('B5: a private note is its author’s alone, and no window writes over another', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { mentee, mentor } = all;
  const { bookingId } = await completed(all);
  const before = await stage.know(mentor, 'live.resume', {
    protocol: protocolVersion,
    after: null,
  });
  const text = ' Ask about Kotka,\n and ';
  const kept = await stage.do(mentee, 'note.keep', { bookingId, version: 0, text });
  expect(await stage.know(mentee, 'note.open', { bookingId })).toEqual({ ...kept, text });
  expect(await stage.know(mentor, 'note.open', { bookingId })).toEqual({ version: 0, text: '' });
  expect(
    await stage.know(mentor, 'live.resume', { protocol: protocolVersion, after: null }),
  ).toEqual(before);
  const stale = await stage.give(mentee, 'note.keep', { bookingId, version: 0, text: 'Other' });
  expect(stale).toEqual({ ok: false, code: 'stale-note' });
  const everything = JSON.stringify(
    await stage.db.selectFrom('command_outcome').selectAll().execute(),
  );
  expect(everything).not.toContain('Kotka');
});
