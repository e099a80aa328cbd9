import { expect, test } from 'vitest';
import { fromText, type Instant } from '@confab/shared';
import { AnswerLinks } from '../../src/features/bookings/answer-links.ts';
import { accepted, company, requested, type Company } from '../stage/company.ts';

const linksOf = ({ stage }: Company) =>
  new AnswerLinks('a secret of this test', stage.core.ledger, () => stage.now);

async function respondBy({ stage, mentor }: Company, bookingId: string): Promise<Instant> {
  const { booking } = await stage.know(mentor, 'booking.open', { bookingId });
  if (booking.state !== 'pending') throw new Error('not pending');
  return fromText(booking.offer.respondBy);
}

/** A request, and the mentor's link to it. */
async function scene() {
  const all = await company();
  const links = linksOf(all);
  const bookingId = await requested(all);
  const until = await respondBy(all, bookingId);
  const token = await links.token({ personId: all.mentor, bookingId, version: 1, until });
  return { all, links, bookingId, until, token };
}

const stateOf = async ({ stage, mentor }: Company, bookingId: string): Promise<string> =>
  (await stage.know(mentor, 'booking.open', { bookingId })).booking.state;

test('to look at a link shows what is asked, and changes nothing', async () => {
  const { all, links, token, bookingId } = await scene();
  await using _ = all.stage;
  for (let looks = 0; looks < 3; looks++)
    expect(await links.look(token)).toMatchObject({
      ok: true,
      value: {
        other: { name: 'Farid' },
        zone: 'Europe/Helsinki',
        tongue: 'en',
        terms: { startsAt: '2026-03-04T10:30:00.000Z', endsAt: '2026-03-04T11:30:00.000Z' },
        instead: null,
      },
    });
  expect(await stateOf(all, bookingId)).toBe('pending');
});

test('R1 R3: a link to a proposal shows what it would be and what it takes the place of', async () => {
  const { all, links, bookingId, until } = await scene();
  await using stage = all.stage;
  const [from, to] = [{ kind: 'online' }, { kind: 'in-person', place: 'Café Engel' }] as const;
  const ends = (endsAt: string) => ({ startsAt: '2026-03-04T10:30:00.000Z', endsAt });
  const asked = async (personId: string, version: number) => {
    const looked = await links.look(await links.token({ personId, bookingId, version, until }));
    return looked.ok ? [looked.value.instead, looked.value.terms] : looked.code;
  };
  await stage.do(all.mentor, 'booking.propose', {
    bookingId,
    version: 1,
    minutes: 90,
    location: to,
  });
  expect(await asked(all.mentee, 2)).toEqual([
    { ...ends('2026-03-04T11:30:00.000Z'), location: from },
    { ...ends('2026-03-04T12:00:00.000Z'), location: to },
  ]);
  await stage.do(all.mentee, 'booking.propose', { bookingId, version: 2, location: from });
  expect(await asked(all.mentor, 3)).toEqual([
    { ...ends('2026-03-04T12:00:00.000Z'), location: to },
    { ...ends('2026-03-04T12:00:00.000Z'), location: from },
  ]);
});

test('B4: a link accepts, once', async () => {
  const { all, links, token, bookingId } = await scene();
  await using _ = all.stage;
  expect(await links.answer(token, 'accept')).toEqual({ ok: true, value: null });
  expect(await stateOf(all, bookingId)).toBe('accepted');
  expect(await links.answer(token, 'refuse')).toEqual({ ok: false, code: 'link-used' });
  expect(await links.look(token)).toEqual({ ok: false, code: 'link-used' });
  expect(await stateOf(all, bookingId)).toBe('accepted');
});

test('B4: a link declines, and tells the other side as ever', async () => {
  const { all, links, token, bookingId } = await scene();
  await using stage = all.stage;
  expect(await links.answer(token, 'refuse')).toEqual({ ok: true, value: null });
  expect(await stateOf(all, bookingId)).toBe('declined');
  const told = await stage.know(all.mentee, 'notice.list', { before: 99 });
  expect(told.notices[0]?.kind).toBe('declined');
});

test('B5: of many at once, exactly one is the answer', async () => {
  const { all, links, token } = await scene();
  await using _ = all.stage;
  const all20 = await Promise.all(Array.from({ length: 20 }, () => links.answer(token, 'accept')));
  expect(all20.filter(({ ok }) => ok)).toHaveLength(1);
});

test('an altered link, another’s key and another kind of token are refused alike', async () => {
  const { all, links, token, bookingId, until } = await scene();
  await using stage = all.stage;
  const [head = '', body = '', sign = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: all.mentee })).toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const others = new AnswerLinks('another secret', stage.core.ledger, () => stage.now);
  const theirs = await others.token({ personId: all.mentor, bookingId, version: 1, until });
  for (const bad of [`${head}.${forged}.${sign}`, `${none}.${body}.`, theirs, '', 'x', `${token}x`])
    expect(await links.answer(bad, 'accept')).toEqual({ ok: false, code: 'link-altered' });
  expect(await stateOf(all, bookingId)).toBe('pending');
});

test('D4: after the deadline a link is over', async () => {
  const { all, links, token, until } = await scene();
  await using stage = all.stage;
  stage.now = until;
  expect((await links.answer(token, 'accept')).ok).toBe(false);
  stage.pass({ seconds: 2 });
  expect(await links.answer(token, 'accept')).toEqual({ ok: false, code: 'link-expired' });
});

test('R1: a link answers the offer it was sent for, and no other', async () => {
  const { all, links, token, bookingId } = await scene();
  await using stage = all.stage;
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, minutes: 30 });
  expect(await links.answer(token, 'accept')).toEqual({ ok: false, code: 'link-overtaken' });
  expect(await stateOf(all, bookingId)).toBe('pending');
});

test('B6: a time that was taken meanwhile is said to be', async () => {
  const { all, links, token } = await scene();
  await using stage = all.stage;
  const other = await stage.person('Lea');
  await stage.join(all.admin, all.programId, other, 'mentee');
  await accepted({ ...all, mentee: other });
  expect(await links.answer(token, 'accept')).toEqual({ ok: false, code: 'link-busy' });
});

test('a link is its person’s: for anybody else’s booking it answers nothing', async () => {
  const { all, links, bookingId, until } = await scene();
  await using _ = all.stage;
  const strangers = await links.token({ personId: all.stranger, bookingId, version: 1, until });
  expect((await links.answer(strangers, 'accept')).ok).toBe(false);
  const own = await links.token({ personId: all.mentee, bookingId, version: 1, until });
  expect((await links.answer(own, 'accept')).ok).toBe(false);
});
