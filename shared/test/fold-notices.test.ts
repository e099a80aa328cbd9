import { expect, test } from 'vitest';
import { fold } from '../src/live/index.ts';
import {
  keptNotices,
  type FeedEvent,
  type NoticeView,
  type Snapshot,
} from '../src/protocol/index.ts';
import { card, empty } from './live-scene.ts';

const notice = (no: number, change: Partial<NoticeView> = {}): NoticeView => ({
  id: `notice-${no}`,
  no,
  at: '2026-03-02T09:00:00.000Z',
  kind: 'requested',
  bookingId: 'one',
  with: 'marek',
  managed: null,
  startsAt: '2026-03-05T09:00:00.000Z',
  change: null,
  ...change,
});

const told = (
  one: NoticeView | null,
  lastNo: number,
  readUpTo = 0,
  gone: string | null = null,
): FeedEvent => ({
  seq: 0,
  kind: 'notice',
  people: one ? [card(one.with)] : [],
  notice: one,
  gone,
  notices: { readUpTo, lastNo },
});

const after = (...events: FeedEvent[]): Snapshot =>
  events.reduce((before, event) => fold(before, { ...event, seq: before.seq + 1 }) ?? empty, empty);

const numbers = ({ notices }: Snapshot) => notices.latest.map(({ no }) => no);

test('N1: the newest notice stands first, however they come, with whom it is about', () => {
  const next = after(told(notice(1), 1), told(notice(3, { with: 'ines' }), 3), told(notice(2), 3));
  expect(next.notices).toEqual({
    readUpTo: 0,
    lastNo: 3,
    latest: [notice(3, { with: 'ines' }), notice(2), notice(1)],
  });
  expect(next.people).toEqual({ ines: card('ines'), marek: card('marek') });
});

test('N1: one that comes again takes its own place', () => {
  const again = notice(1, { kind: 'accepted' });
  const next = after(told(notice(1), 1), told(notice(2), 2), told(again, 2));
  expect(next.notices.latest).toEqual([notice(2), again]);
});

test('N1: that they have been seen changes none of them', () => {
  const next = after(told(notice(1), 1), told(notice(2), 2), told(null, 2, 2));
  expect(next.notices).toEqual({ readUpTo: 2, lastNo: 2, latest: [notice(2), notice(1)] });
});

test('N1: one that does not hold any more goes', () => {
  const next = after(told(notice(1), 1), told(notice(2), 2), told(null, 2, 0, 'notice-1'));
  expect(numbers(next)).toEqual([2]);
});

test('N1: the newest notices are kept at hand', () => {
  const all = Array.from({ length: keptNotices + 2 }, (_, index) => index + 1);
  const next = after(...all.map((no) => told(notice(no), no)));
  expect(numbers(next)).toEqual(all.slice(2).toReversed());
});
