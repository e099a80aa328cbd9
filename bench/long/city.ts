import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { fromText, toText, type Instant } from '@confab/shared';
import type { Townsman } from '../town/town.ts';

/** How much there is of everything. */
export interface Size {
  bookings: number;
  messages: number;
  /** Entries in the feed of each person. */
  entries: number;
}

/**
 * Lets a founded town grow to a city of years: what people have done since, written as commands
 * would have left it. One mentor has a part in one of twenty bookings and in three hundred
 * conversations.
 */
export function grow(folder: string, people: readonly Townsman[], size: Size, now: Instant): void {
  const sqlite = new SqliteDatabase(join(folder, 'confab.db'));
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = OFF');
  sqlite.exec('begin');
  const [busiest, ...others] = people.filter((_, index) => index % 2 === 0);
  const mentees = people.filter((_, index) => index % 2 === 1);
  if (!busiest) throw new Error('an empty town');
  bookings(sqlite, size.bookings, { busiest, others, mentees }, now);
  conversations(sqlite, size.messages, busiest, mentees, now);
  feeds(sqlite, size.entries, people, now);
  sqlite.exec('commit');
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.close();
}

interface Cast {
  busiest: Townsman;
  others: readonly Townsman[];
  mentees: readonly Townsman[];
}

const shifted = (text: string, hours: number): string => toText(fromText(text).add({ hours }));

/** Completed sessions of the years before, each with its room, its place and its attendance; some agreed ones ahead. */
function bookings(sqlite: SqliteDatabase.Database, count: number, cast: Cast, now: Instant): void {
  const template = sqlite.prepare<[], { document: string }>('select document from booking').get();
  const {
    awaiting: _,
    offer,
    ...pending
  } = JSON.parse(template?.document ?? '{}') as Record<string, unknown> & {
    terms: { startsAt: string; endsAt: string; location: unknown };
  };
  const insert = sqlite.prepare('insert into booking values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const room = sqlite.prepare('insert into room values (?, ?)');
  const place = sqlite.prepare("insert into room_place values (?, '')");
  const stay = sqlite.prepare('insert into attendance values (?, ?, ?, ?, ?, ?)');
  const wakeup = sqlite.prepare("insert into wakeup values ('closing', ?, ?)");
  for (let n = 0; n < count; n++) {
    const ahead = n % 50 === 0;
    const hours = ahead ? 24 + (n % 1_000) : -(24 + Math.floor((n * 20_000) / count));
    const mentor = n % 20 === 0 ? cast.busiest : cast.others[n % cast.others.length];
    const mentee = cast.mentees[(n * 7) % cast.mentees.length];
    const [id, roomId] = [randomUUID(), randomUUID()];
    const startsAt = shifted(pending.terms.startsAt, hours);
    const endsAt = shifted(pending.terms.endsAt, hours);
    const closesAt = toText(fromText(endsAt).add({ minutes: 30 }));
    const at = toText(now.add({ hours: Math.min(hours, -1) }));
    const state = ahead ? 'accepted' : 'completed';
    const marks = { actualMinutes: 60, markedBySide: 'mentor', markedAt: at };
    const document = {
      ...pending,
      id,
      roomId,
      state,
      mentorId: mentor?.id,
      menteeId: mentee?.id,
      requestedAt: at,
      terms: { ...pending.terms, startsAt, endsAt },
      acceptedAt: at,
      ...(ahead ? { proposal: null } : marks),
    };
    const who = [pending['programId'], mentor?.id, mentee?.id];
    const when = [startsAt, endsAt, closesAt];
    insert.run(id, ...who, state, ...when, roomId, at, JSON.stringify(document));
    room.run(roomId, id);
    if (ahead) wakeup.run(id, closesAt);
    else {
      place.run(roomId);
      for (const person of [mentor?.id, mentee?.id])
        for (const kind of ['joined', 'left'])
          stay.run(randomUUID(), id, roomId, person, kind, kind === 'joined' ? startsAt : endsAt);
    }
  }
}

function conversations(
  sqlite: SqliteDatabase.Database,
  count: number,
  busiest: Townsman,
  mentees: readonly Townsman[],
  now: Instant,
): void {
  const open = sqlite.prepare('insert or ignore into conversation values (?, ?, ?, 0, ?)');
  const part = sqlite.prepare('insert into participant values (?, ?, 0, 1)');
  const at = toText(now);
  for (const { id: mentee } of mentees.slice(1, 300)) {
    const id = randomUUID();
    const [low, high] = [busiest.id, mentee].toSorted();
    if (open.run(id, low, high, at).changes === 0) continue;
    part.run(id, busiest.id);
    part.run(id, mentee);
  }
  const all = sqlite
    .prepare<[], { id: string; low_id: string; last_seq: number }>(
      'select id, low_id, last_seq from conversation',
    )
    .all();
  const insert = sqlite.prepare(
    "insert into message values (?, ?, ?, 'text', ?, ?, null, null, null, ?, null)",
  );
  const text = 'How was your week? Mine was full, and I have thought about what you said.';
  for (let n = 0; n < count; n++) {
    const one = all[n % all.length];
    if (one) insert.run(randomUUID(), one.id, ++one.last_seq, one.low_id, text, at);
  }
  const set = sqlite.prepare('update conversation set last_seq = ? where id = ?');
  const read = sqlite.prepare('update participant set read_up_to = ? where conversation_id = ?');
  for (const { id, last_seq } of all) {
    set.run(last_seq, id);
    read.run(last_seq - 5, id);
  }
}

function feeds(
  sqlite: SqliteDatabase.Database,
  entries: number,
  people: readonly Townsman[],
  now: Instant,
): void {
  const insert = sqlite.prepare("insert into feed_entry values (?, ?, 'conversation', ?, ?)");
  const head = sqlite.prepare('update feed_head set seq = ? where person_id = ?');
  const seqOf = sqlite
    .prepare<[string], number>('select seq from feed_head where person_id = ?')
    .pluck();
  for (const { id, other } of people) {
    const begun = seqOf.get(id) ?? 0;
    for (let n = 1; n <= entries; n++)
      insert.run(id, begun + n, other, toText(now.subtract({ hours: entries - n })));
    head.run(begun + entries, id);
  }
}
