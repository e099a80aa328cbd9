import type { MessageView } from '@confab/shared/protocol';
import { describe, expect, test } from 'vitest';
import { arrange, type Arranging, type Row } from './rows.ts';

const me = 'me';
const message = (seq: number, author: string, sentAt: string): MessageView => ({
  id: `m${String(seq)}`,
  seq,
  sentAt,
  kind: 'text',
  author,
  text: `text ${String(seq)}`,
});
const line = (seq: number, bookingId: string, sentAt: string): MessageView => ({
  id: `l${String(seq)}`,
  seq,
  sentAt,
  kind: 'line',
  bookingId,
  author: 'other',
  event: 'accepted',
  startsAt: '2026-11-26T10:00:00.000Z',
  change: null,
});
const rows = (more: Partial<Arranging>): Row[] =>
  arrange({
    entries: [],
    kept: [],
    me,
    zone: 'UTC',
    otherReadUpTo: 0,
    unreadAfter: null,
    ...more,
  });
/** `day`, `unread`, `line`, and messages as `m1^` (first of its group) and `m1.` (with its foot). */
const shape = (all: Row[]) =>
  all.map((row) =>
    row.kind === 'message' ? row.key + (row.first ? '^' : '') + (row.foot ? '.' : '') : row.kind,
  );

describe('grouping', () => {
  test('messages of one author within five minutes stand together', () => {
    const entries = [
      message(1, 'other', '2026-11-24T10:00:00.000Z'),
      message(2, 'other', '2026-11-24T10:04:00.000Z'),
      message(3, 'other', '2026-11-24T10:09:30.000Z'),
      message(4, me, '2026-11-24T10:09:40.000Z'),
    ];
    expect(shape(rows({ entries }))).toEqual(['day', 'm1^', 'm2.', 'm3^.', 'm4^.']);
  });

  test('a booking line parts a group', () => {
    const entries = [
      message(1, me, '2026-11-24T10:00:00.000Z'),
      line(2, 'b', '2026-11-24T10:00:10.000Z'),
      message(3, me, '2026-11-24T10:00:20.000Z'),
    ];
    expect(shape(rows({ entries }))).toEqual(['day', 'm1^.', 'line', 'm3^.']);
  });
});

describe('day lines', () => {
  test('follow the reader’s zone', () => {
    const entries = [
      message(1, 'other', '2026-11-24T20:00:00.000Z'),
      message(2, 'other', '2026-11-24T23:00:00.000Z'),
    ];
    expect(shape(rows({ entries }))).toEqual(['day', 'm1^.', 'm2^.']);
    expect(shape(rows({ entries, zone: 'Europe/Helsinki' }))).toEqual([
      'day',
      'm1^.',
      'day',
      'm2^.',
    ]);
  });
});

describe('the unread line', () => {
  const entries = [
    message(1, 'other', '2026-11-24T10:00:00.000Z'),
    message(2, me, '2026-11-24T10:01:00.000Z'),
    message(3, 'other', '2026-11-24T10:02:00.000Z'),
  ];

  test('stands before the first entry of the other that was not read', () => {
    expect(shape(rows({ entries, unreadAfter: 1 }))).toEqual([
      'day',
      'm1^.',
      'm2^.',
      'unread',
      'm3^.',
    ]);
  });

  test('does not stand where nothing of the other follows', () => {
    expect(shape(rows({ entries, unreadAfter: 3 }))).not.toContain('unread');
  });
});

describe('states of sending', () => {
  const kept = (id: string, minute: number, refused?: 'conversation-closed') => ({
    id,
    to: 'other',
    text: id,
    writtenAt: Date.parse(`2026-11-24T10:0${String(minute)}:30.000Z`),
    ...(refused ? { refused } : {}),
  });
  const sending = (all: Row[]) =>
    all.flatMap((row) => (row.kind === 'message' ? [[row.key, row.sending]] : []));

  test('read, sent, refused and waiting, each told where the state changes', () => {
    const entries = [
      message(1, me, '2026-11-24T10:00:00.000Z'),
      message(2, me, '2026-11-24T10:01:00.000Z'),
      message(3, me, '2026-11-24T10:01:30.000Z'),
    ];
    const all = rows({
      entries,
      otherReadUpTo: 1,
      kept: [kept('k1', 2, 'conversation-closed'), kept('k2', 3)],
    });
    expect(sending(all)).toEqual([
      ['m1', 'read'],
      ['m2', 'sent'],
      ['m3', 'sent'],
      ['k1', 'refused'],
      ['k2', 'waiting'],
    ]);
    expect(shape(all)).toEqual(['day', 'm1^.', 'm2', 'm3.', 'k1.', 'k2.']);
  });

  test('C2: a kept message that has arrived is shown once', () => {
    const entries = [message(1, me, '2026-11-24T10:00:00.000Z')];
    expect(sending(rows({ entries, kept: [kept('m1', 0)] }))).toEqual([['m1', 'sent']]);
  });
});

test('C5: only the newest line of a booking is living', () => {
  const entries = [
    line(1, 'a', '2026-11-24T10:00:00.000Z'),
    line(2, 'b', '2026-11-24T10:00:00.000Z'),
    line(3, 'a', '2026-11-24T10:00:00.000Z'),
  ];
  const living = rows({ entries }).flatMap((row) => (row.kind === 'line' ? [row.living] : []));
  expect(living).toEqual([false, true, true]);
});
