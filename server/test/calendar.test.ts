import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { readCalendar } from '../src/features/calendar/feed.ts';
import {
  accepted,
  acceptedAt,
  byTelephone,
  company,
  requested,
  telephone,
  type Company,
} from './stage/company.ts';

const token = 'ab'.repeat(32);

const reading = ({ stage }: Company) =>
  readCalendar(
    stage.core.ledger.store,
    () => 'https://confab.example',
    () => stage.now,
  );

const events = (content: string | null | undefined) =>
  new ICAL.Component(ICAL.parse(content ?? '') as unknown[]).getAllSubcomponents('vevent');

test('N3: a private calendar holds one’s own agreed sessions, and nothing else', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  await requested(all, '2026-03-05', '14:00');
  await stage.do(all.mentee, 'calendar.renew', { token });
  const read = await reading(all)(token, null);
  const found = events(read?.content);
  expect(found.map((one) => one.getFirstPropertyValue('uid'))).toEqual([`${bookingId}@confab`]);
  expect(found[0]?.getFirstPropertyValue('summary')).toBe('Session with Aino');
  expect(read?.content).not.toContain('@example.org');
  await stage.do(all.stranger, 'calendar.renew', { token: 'cd'.repeat(32) });
  expect(events((await reading(all)('cd'.repeat(32), null))?.content)).toEqual([]);
});

test.each([
  ['a listed kind without a place', { kind: 'other', name: telephone, place: '' }, 'By telephone'],
  [
    'a listed kind with its place',
    { kind: 'other', name: telephone, place: '+358 9 1234' },
    'By telephone, +358 9 1234',
  ],
  ['a place in person', { kind: 'in-person', place: 'Café Engel' }, 'Café Engel'],
] as const)('N3: a private calendar names %s', async (_, location, named) => {
  const all = await company();
  await using stage = all.stage;
  await byTelephone(all);
  await acceptedAt(all, location);
  await stage.do(all.mentee, 'calendar.renew', { token });
  const [event] = events((await reading(all)(token, null))?.content);
  expect(event?.getFirstPropertyValue('location')).toBe(named);
});

test('N3: in a private calendar Online video is where its page is', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  await stage.do(all.mentee, 'calendar.renew', { token });
  const [event] = events((await reading(all)(token, null))?.content);
  expect(event?.getFirstPropertyValue('location')).toBe(
    `https://confab.example/sessions/${bookingId}`,
  );
});

test('N3: unchanged is told by the tag; a moved or cancelled session changes it', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  await stage.do(all.mentor, 'calendar.renew', { token });
  const read = reading(all);
  const first = await read(token, null);
  expect(await read(token, first?.etag ?? '')).toEqual({ etag: first?.etag, content: null });
  await stage.do(all.mentee, 'booking.cancel', { bookingId, reason: null });
  const second = await read(token, first?.etag ?? '');
  expect(second?.etag).not.toBe(first?.etag);
  expect(events(second?.content)).toEqual([]);
});

test('N3: a renewed address ends the one before it, a revoked one leads nowhere', async () => {
  const all = await company();
  await using stage = all.stage;
  const next = 'ef'.repeat(32);
  const read = reading(all);
  await stage.do(all.mentor, 'calendar.renew', { token });
  expect((await stage.know(all.mentor, 'calendar.open', {})).since).not.toBeNull();
  await stage.do(all.mentor, 'calendar.renew', { token: next });
  expect(await read(token, null)).toBeNull();
  expect(await read(next, null)).not.toBeNull();
  await stage.do(all.mentor, 'calendar.revoke', {});
  expect(await read(next, null)).toBeNull();
  expect((await stage.know(all.mentor, 'calendar.open', {})).since).toBeNull();
});

test('what a server keeps does not give the address away', async () => {
  const all = await company();
  await using stage = all.stage;
  await stage.do(all.mentor, 'calendar.renew', { token });
  const link = await stage.db.selectFrom('calendar_link').selectAll().execute();
  const outcomes = await stage.db.selectFrom('command_outcome').selectAll().execute();
  expect(JSON.stringify([link, outcomes])).not.toContain(token);
  // Somebody else cannot take it over by naming it.
  expect(await stage.give(all.mentee, 'calendar.renew', { token })).toMatchObject({ ok: false });
});
