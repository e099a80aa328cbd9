import { fromText, Temporal, type Instant } from '@confab/shared';
import type { MessageView, RefusalCode } from '@confab/shared/protocol';
import type { KeptMessage } from '#lib/live/index.ts';

/** How far an own message has come. */
export type Sending = 'waiting' | 'refused' | 'sent' | 'read';

/** A message as shown, with its place in its group. */
export interface MessageRow {
  kind: 'message';
  key: string;
  text: string;
  at: Instant;
  own: boolean;
  /** The first of its group: it bears the name. */
  first: boolean;
  /** Bears the time and the state: the last of its group, or the last in its state. */
  foot: boolean;
  /** Null on the other's messages. */
  sending: Sending | null;
  refused: RefusalCode | null;
}

export interface LineRow {
  kind: 'line';
  key: string;
  entry: MessageView & { kind: 'line' };
  at: Instant;
  /** The newest of its booking: it shows how the session stands now. */
  living: boolean;
}

export type Row =
  | { kind: 'day'; key: string; at: Instant }
  | { kind: 'unread'; key: string }
  | LineRow
  | MessageRow;

export interface Arranging {
  entries: MessageView[];
  /** Written here, not acknowledged yet. */
  kept: KeptMessage[];
  me: string;
  zone: string;
  otherReadUpTo: number;
  /** The unread line comes after this entry; null: none. */
  unreadAfter: number | null;
}

/** Messages of one author within this time stand together, in milliseconds. */
const together = 5 * 60_000;

/** A conversation from top to bottom: day lines, the unread line, messages in groups, booking lines. */
export function arrange({ entries, kept, me, zone, otherReadUpTo, unreadAfter }: Arranging): Row[] {
  const arrived = new Set(entries.map((one) => one.id));
  const newest = new Map(
    entries.flatMap((one) => (one.kind === 'line' ? [[one.bookingId, one.seq]] : [])),
  );
  const rows: Row[] = [];
  let day = '';
  let unreadShown = unreadAfter === null;
  const turnDay = (at: Instant, onDay: string, before: string) => {
    if (onDay === day) return;
    day = onDay;
    rows.push({ kind: 'day', key: `day before ${before}`, at });
  };
  for (const entry of entries) {
    const moment = momentOf(entry, zone);
    turnDay(moment.at, moment.day, entry.id);
    if (!unreadShown && entry.seq > (unreadAfter ?? 0) && entry.author !== me) {
      unreadShown = true;
      rows.push({ kind: 'unread', key: 'unread' });
    }
    if (entry.kind === 'line') {
      const living = newest.get(entry.bookingId) === entry.seq;
      rows.push({ kind: 'line', key: entry.id, entry, at: moment.at, living });
      continue;
    }
    const own = entry.author === me;
    const sending = own ? (entry.seq <= otherReadUpTo ? 'read' : 'sent') : null;
    add(rows, { key: entry.id, text: entry.text, at: moment.at, own, sending, refused: null });
  }
  for (const one of kept) {
    if (arrived.has(one.id)) continue;
    const instant = Temporal.Instant.fromEpochMilliseconds(one.writtenAt);
    turnDay(instant, dayOf(instant, zone), one.id);
    const refused = one.refused ?? null;
    const sending = refused ? 'refused' : 'waiting';
    add(rows, { key: one.id, text: one.text, at: instant, own: true, sending, refused });
  }
  return rows;
}

function add(rows: Row[], row: Omit<MessageRow, 'kind' | 'first' | 'foot'>): void {
  const before = rows.at(-1);
  const follows =
    before?.kind === 'message' &&
    before.own === row.own &&
    row.at.epochMilliseconds - before.at.epochMilliseconds < together;
  if (follows && before.sending === row.sending && row.sending !== 'refused') before.foot = false;
  rows.push({ kind: 'message', ...row, first: !follows, foot: true });
}

/** Entries never change their time: each is read once per zone. */
const moments = new WeakMap<MessageView, { at: Instant; zone: string; day: string }>();

function momentOf(entry: MessageView, zone: string): { at: Instant; day: string } {
  const known = moments.get(entry);
  if (known?.zone === zone) return known;
  const at = fromText(entry.sentAt);
  const moment = { at, zone, day: dayOf(at, zone) };
  moments.set(entry, moment);
  return moment;
}

const dayOf = (at: Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDate().toString();
