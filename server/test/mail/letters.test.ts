import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { expect, test, vi } from 'vitest';
import { defaultMailChoices, Temporal } from '@confab/shared';
import { createCore } from '../../src/core.ts';
import { transact } from '../../src/command/transact.ts';
import { completed } from '../authorisation/people.ts';
import {
  accepted,
  acceptedAt,
  byTelephone,
  company,
  requested,
  requestFor,
  telephone,
  type Company,
} from '../stage/company.ts';
import { MailServer, readBy } from './mail-server.ts';
import { mailed } from './mailed.ts';
import { plainSigner } from '../stage/quiet-media.ts';
import { testSeal } from '../stage/test-seal.ts';
import { allGone, letters, openOffice, origin } from './post-office.ts';
import type { Read } from './read-letter.ts';

vi.setConfig({ testTimeout: 60_000 });

const mentor = 'aino@example.org';
const mentee = 'farid@example.org';

/** Another Confab on the same store, for which no mail server is set. */
const withoutMail = ({ stage }: Company) =>
  createCore({
    store: stage.core.ledger.store,
    clock: () => stage.now,
    media: stage.media,
    signer: plainSigner,
    seal: testSeal,
    pushed: () => undefined,
    directoryChanged: () => undefined,
    failed: (error) => void stage.failures.push(error),
  });

const scene = async () => mailed(await company());

/** The event in a letter, by a parser that is not ours; throws on what is no calendar. */
function eventIn({ calendar }: Read) {
  const parsed = new ICAL.Component(ICAL.parse(calendar ?? '') as unknown[]);
  const event = parsed.getFirstSubcomponent('vevent');
  const value = (name: string) => String(event?.getFirstPropertyValue(name));
  return {
    method: parsed.getFirstPropertyValue('method'),
    uid: value('uid'),
    sequence: Number(value('sequence')),
    start: value('dtstart'),
    end: value('dtend'),
    status: value('status'),
    location: value('location'),
    organizer: value('organizer').toLowerCase(),
    attendees: event
      ?.getAllProperties('attendee')
      .map((one) => String(one.getFirstValue()).toLowerCase()),
  };
}

const last = (read: Read[]): Read => {
  const found = read.at(-1);
  if (!found) throw new Error('no letter');
  return found;
};

/** It is 08:00 where they are. */
async function wakeDigest({ stage }: Company, personId: string): Promise<void> {
  await transact(stage.core.ledger, stage.now, (context) =>
    stage.core.wakeups.digest(context, personId),
  );
}

test('N4: a request comes in the mentor’s zone with its city, with the mentee’s beside it', async () => {
  await using all = await scene();
  await requested(all.all);
  await allGone(all.stage);
  const letter = last(readBy(all.server, mentor));
  expect(letter.headers.get('subject')).toBe(
    'Farid asks you for a session: Wednesday 4 March 2026, 12:30–13:30 (Helsinki)',
  );
  for (const body of [letter.text, letter.html]) {
    expect(body).toContain('Wednesday 4 March 2026, 12:30–13:30 (Helsinki)');
    expect(body).toContain('Wednesday 4 March 2026, 14:00–15:00 (Tehran)');
    expect(body).toContain('Tuesday 3 March 2026 at 07:00 (Helsinki)');
    expect(body).toContain(`${origin}/answer#1`);
    expect(body).not.toContain(mentee);
  }
  expect(letter.calendar).toBeNull();
});

test('mail fetches nothing, tracks nobody, and takes names for text', async () => {
  await using all = await scene();
  await all.stage.do(all.all.mentee, 'person.update', {
    name: '<img src=x onerror=alert(1)> & Co',
  });
  await requested(all.all);
  await allGone(all.stage);
  const { html, headers } = last(readBy(all.server, mentor));
  expect(html).not.toMatch(/<(img|script|link|style|iframe)/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; Co');
  expect(html).not.toMatch(/<[a-z][^>]*\s(src|background|srcset)=/);
  for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g))
    expect(address.startsWith(origin)).toBe(true);
  expect(headers.get('auto-submitted')).toBe('auto-generated');
});

test('N3: agreed, moved, cancelled: REQUEST, REQUEST, CANCEL to both, one UID, SEQUENCE rising', async () => {
  await using all = await scene();
  const { stage } = all;
  const bookingId = await accepted(all.all);
  await stage.do(all.all.mentor, 'booking.propose', {
    bookingId,
    version: 1,
    start: { date: '2026-03-06', time: '15:00', zone: 'Europe/Helsinki' },
  });
  await stage.do(all.all.mentee, 'booking.accept', { bookingId, version: 2 });
  await stage.do(all.all.mentor, 'booking.cancel', { bookingId, reason: 'Ill' });
  await allGone(stage);
  for (const address of [mentor, mentee]) {
    const events = readBy(all.server, address)
      .filter(({ calendar }) => calendar !== null)
      .map(eventIn)
      .toSorted((a, b) => a.sequence - b.sequence);
    expect(events.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(new Set(events.map(({ uid }) => uid))).toEqual(new Set([`${bookingId}@confab`]));
    expect(new Set(events.map(({ sequence }) => sequence)).size).toBe(3);
    expect(events.map(({ start }) => start)).toEqual([
      '2026-03-04T10:30:00Z',
      '2026-03-06T13:00:00Z',
      '2026-03-06T13:00:00Z',
    ]);
    expect(events.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    for (const { organizer, attendees } of events) {
      expect(organizer).toBe('mailto:confab@example.org');
      expect(attendees).toEqual([`mailto:${address}`]);
    }
  }
});

test('N3: a request that is cancelled before it was agreed is in nobody’s calendar', async () => {
  await using all = await scene();
  await requested(all.all);
  const { admin, programId, mentor: personId } = all.all;
  await all.stage.do(admin, 'admin.suspend', { programId, personId });
  await allGone(all.stage);
  const cancelled = last(readBy(all.server, mentee));
  expect(cancelled.headers.get('subject')).toContain('Cancelled');
  expect(cancelled.calendar).toBeNull();
});

test.each([
  ['', 'By telephone'],
  ['+358 9 1234', 'By telephone, +358 9 1234'],
])(
  'N3: by telephone, place “%s”: letters and their entries for calendars say so',
  async (at, named) => {
    await using all = await scene();
    await byTelephone(all.all);
    await acceptedAt(all.all, { kind: 'other', name: telephone, place: at });
    await allGone(all.stage);
    for (const address of [mentor, mentee]) {
      const letter = last(readBy(all.server, address).filter(({ calendar }) => calendar !== null));
      expect(eventIn(letter).location).toBe(named);
      expect(letter.text).toContain(`Where: ${named}\r\n`);
    }
  },
);

test('what happened is told as it happened, however late the letter goes', async () => {
  await using all = await scene();
  await all.server.down();
  const bookingId = await accepted(all.all);
  await all.stage.do(all.all.mentor, 'booking.cancel', { bookingId, reason: 'Ill' });
  await all.server.up();
  all.stage.pass({ minutes: 10 });
  await allGone(all.stage);
  const events = readBy(all.server, mentee).map(eventIn);
  expect(new Set(events.map(({ method }) => method))).toEqual(new Set(['CANCEL', 'REQUEST']));
});

test('N1: each is mailed as they have chosen', async () => {
  await using all = await scene();
  const off = { ...defaultMailChoices, answers: 'off', changes: 'off', calendar: 'off' } as const;
  await all.stage.do(all.all.mentor, 'mail.choose', off);
  await all.stage.do(all.all.mentee, 'mail.choose', { ...defaultMailChoices, changes: 'off' });
  await accepted(all.all);
  await allGone(all.stage);
  expect(readBy(all.server, mentor)).toEqual([]);
  // The entry for the calendar is a choice of its own.
  const only = readBy(all.server, mentee);
  expect(only.map(({ headers }) => headers.get('subject')?.split(':')[0])).toEqual([
    'For your calendar',
  ]);
});

test('N1 N4: what is not urgent comes once a day, at 08:00 where the reader is, if it is still news', async () => {
  await using all = await scene();
  const { stage } = all;
  await stage.do(all.all.mentee, 'chat.send', { to: all.all.mentor, text: 'The secret text' });
  const due = await stage.db
    .selectFrom('wakeup')
    .selectAll()
    .where('kind', '=', 'digest')
    .execute();
  expect(due).toEqual([
    { kind: 'digest', ref: all.all.mentor, due_at: '2026-03-03T06:00:00.000Z' },
  ]);
  stage.now = Temporal.Instant.from('2026-03-03T06:00:00Z');
  await wakeDigest(all.all, all.all.mentor);
  await allGone(stage);
  const letter = last(readBy(all.server, mentor));
  expect(letter.text).toContain('1 unread message from Farid');
  expect(letter.text).not.toContain('secret');
  // Read meanwhile: the next one has nothing to say.
  await stage.do(all.all.mentor, 'chat.read', { with: all.all.mentee, upTo: 1 });
  stage.pass({ hours: 24 });
  await wakeDigest(all.all, all.all.mentor);
  await allGone(stage);
  expect(readBy(all.server, mentor)).toHaveLength(1);
  expect(await letters(stage)).toEqual({ sent: 1, dropped: 1 });
});

test('without a mail server nothing is written for one, and everything else is as ever', async () => {
  const all = await company();
  await using stage = all.stage;
  const { dispatch } = withoutMail(all);
  const hello = { to: all.mentor, text: 'Hello' };
  const asks = { personId: all.mentee, sessionId: 'a sign-in' };
  await dispatch.command(asks, 'chat.send', randomUUID(), hello, stage.now);
  const asked = requestFor(all);
  const answer = await dispatch.command(asks, 'booking.request', randomUUID(), asked, stage.now);
  expect(answer.ok).toBe(true);
  expect(await letters(stage)).toEqual({});
  const digests = stage.db.selectFrom('wakeup').selectAll().where('kind', '=', 'digest');
  expect(await digests.execute()).toEqual([]);
  const { notices } = await stage.know(all.mentor, 'notice.list', { before: 99 });
  expect(notices.map(({ kind }) => kind)).toEqual(['requested']);
  const asker = { personId: all.mentor, sessionId: 'a sign-in' };
  expect(await dispatch.query(asker, 'mail.open', {}, stage.now)).toMatchObject({
    ok: true,
    value: { sends: false },
  });
});

test('F6 N2: the mentor is told by mail that there is a review, unless it has been taken back', async () => {
  const all = await company();
  const { stage, mentee: author } = all;
  await using server = new MailServer();
  await server.up();
  const { bookingId } = await completed(all);
  await stage.do(all.mentor, 'mail.choose', { ...defaultMailChoices, afterwards: 'at-once' });
  const subjects = () => readBy(server, mentor).map(({ headers }) => headers.get('subject'));
  const told = 'Farid wrote about your session';
  await stage.do(author, 'review.write', { bookingId, rating: 5, text: 'Clear and kind' });
  await stage.do(author, 'review.take-back', { bookingId });
  {
    await using _ = openOffice(stage, server.url);
    await allGone(stage);
    expect(subjects()).not.toContain(told);
  }
  await stage.do(author, 'review.write', { bookingId, rating: 5, text: 'Clear and kind' });
  {
    await using _ = openOffice(stage, server.url);
    await allGone(stage);
    expect(subjects().filter((subject) => subject === told)).toHaveLength(1);
    expect(last(readBy(server, mentor)).text).not.toContain('Clear');
  }
  await stage[Symbol.asyncDispose]();
});
