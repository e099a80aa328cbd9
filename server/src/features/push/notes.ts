import { fromText, pushUntil, sideOf, type Instant, type NoticeKind } from '@confab/shared';
import { namedIn } from '@confab/shared/live';
import type { Tx } from '../../db/database.ts';
import type { Letter } from '../../outbox/letter.ts';
import { bookingById } from '../bookings/queries.ts';
import { unreadFrom } from '../chat/queries.ts';
import { aboutIn, bookingThen, pagePath, spokenOf, type Words } from '../mail/queries.ts';
import { noticeMark, noticesBefore } from '../notices/queries.ts';
import { cards } from '../people/queries.ts';
import { pushChoices } from './queries.ts';

/** What is shown on a device, and what a press on it opens. */
interface Note {
  title: string;
  body: string;
  path: string;
  /** What it is about: on a device a later one about the same takes its place. */
  about: string;
  until: Instant;
  isUrgent: boolean;
}

interface Reader {
  id: string;
  zone: string;
  words: Words;
}

/** What cannot wait for a device to wake by itself. */
const urgent: ReadonlySet<NoticeKind> = new Set(['answer-soon', 'hour-before', 'room-opens']);

/** Of one notice, unless it was seen or does not hold any more. @see N2 */
export async function sessionNote(
  tx: Tx,
  { id, zone, words }: Reader,
  { noticeNo, revision }: Letter,
  now: Instant,
): Promise<Note | null> {
  const { readUpTo } = await noticeMark(tx, id);
  if (noticeNo === null || noticeNo <= readUpTo) return null;
  const [notice] = await noticesBefore(tx, id, noticeNo + 1, 1);
  const booking = notice?.no === noticeNo ? await bookingById(tx, notice.bookingId) : null;
  if (!notice || !booking) return null;
  const { kind, managed } = notice;
  const side = sideOf(booking, id);
  const startsAt = fromText(notice.startsAt);
  const told = { kind, side, revision, startsAt, toldAt: fromText(notice.at) };
  const until = pushUntil(booking, told, now);
  const then = until && (await bookingThen(tx, booking.id, revision));
  if (!then) return null;
  const people = await cards(tx, namedIn(notice));
  const called = (personId: string) => people.find((one) => one.id === personId)?.name ?? '';
  const other = called(notice.with);
  const name = managed ? words.pair(other, called(managed.mentorId)) : other;
  const said = aboutIn(name, spokenOf(kind, then, booking), zone, words);
  const toRoom = kind === 'room-opens' && booking.roomId !== null;
  return {
    title: words.push.titles[kind](said),
    body: said.when,
    path: toRoom ? `/rooms/${booking.roomId}` : pagePath(booking, managed !== null),
    about: booking.id,
    until,
    isUrgent: urgent.has(kind),
  };
}

/** Hours for which unread messages are news to a device that was off. */
const newsHours = 24;

/** That there are messages to read, and whose; not what they say. */
export async function messagesNote(
  tx: Tx,
  { id, words }: Reader,
  { madeAt }: Letter,
  now: Instant,
): Promise<Note | null> {
  if (!(await pushChoices(tx, id)).messages) return null;
  const since = fromText(madeAt);
  const until = since.add({ hours: newsHours });
  // One that was written in the very millisecond counts.
  const unread = await unreadFrom(tx, id, since.subtract({ milliseconds: 1 }), 2);
  const [latest] = unread;
  if (!latest || now.epochMilliseconds >= until.epochMilliseconds) return null;
  const [other] = await cards(tx, [latest.with]);
  const name = other?.name ?? '';
  const { several, wrote } = words.push;
  return {
    title: unread.length > 1 ? several(name) : wrote(name),
    body: '',
    path: unread.length > 1 ? '/messages' : `/messages/${latest.with}`,
    about: 'messages',
    until,
    isUrgent: false,
  };
}
