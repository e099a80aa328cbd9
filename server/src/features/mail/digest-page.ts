import {
  caseWaits,
  dailyKinds,
  fromText,
  isOfCase,
  type Instant,
  type NoticeKind,
} from '@confab/shared';
import { namedIn } from '@confab/shared/live';
import type { NoticeView } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import type { Letter } from '../../outbox/letter.ts';
import { bookingById } from '../bookings/queries.ts';
import { unreadFrom } from '../chat/queries.ts';
import { unseenNotices } from '../notices/queries.ts';
import { cards } from '../people/queries.ts';
import { momentIn } from './moments.ts';
import { pagePath } from './page-path.ts';
import type { Page } from './page.ts';
import { lastDigest, mailChoices } from './queries.ts';
import type { Words } from './words/index.ts';

/** Items in one letter at most; the rest is on the page of notices. */
const most = 20;

/** What came together for a person and is still news to them; null when nothing is. */
export async function digestOf(
  tx: Tx,
  { id, name, zone, words }: { id: string; name: string; zone: string; words: Words },
  { madeAt }: Letter,
  { origin, now }: { origin: string; now: Instant },
): Promise<Page | null> {
  const choices = await mailChoices(tx, id);
  const since = await lastDigest(tx, id, madeAt);
  const unseen = await unseenNotices(tx, id, dailyKinds(choices), since, most);
  const notices: NoticeView[] = [];
  for (const notice of unseen) if (await isNews(tx, notice, now)) notices.push(notice);
  const unread = choices.messages === 'daily' ? await unreadFrom(tx, id, since, most) : [];
  if (notices.length === 0 && unread.length === 0) return null;
  const people = await cards(tx, [...notices.flatMap(namedIn), ...unread.map((one) => one.with)]);
  const called = (personId: string) => people.find((one) => one.id === personId)?.name ?? '';
  const said = (kind: NoticeKind, about: { name: string; when: string }) =>
    `${words.letters[kind].lead(about)} (${about.when})`;
  return {
    language: words.language,
    subject: words.digest.subject,
    greeting: words.greeting(name),
    lead: words.digest.lead,
    facts: [],
    items: [
      ...unread.map((one) => ({
        text: words.digest.unread(called(one.with), one.count),
        address: `${origin}/messages/${one.with}`,
      })),
      ...notices.map((one) => ({
        text: said(one.kind, {
          name: one.managed
            ? words.pair(called(one.with), called(one.managed.mentorId))
            : called(one.with),
          when: momentIn(fromText(one.startsAt), zone, words),
        }),
        address: `${origin}${pathOf(one)}`,
      })),
    ],
    buttons: [{ text: words.buttons.all, address: `${origin}/notices` }],
    footer: { text: words.footer(`${origin}/me`) },
  };
}

/** A case that is settled meanwhile is none. @see N2 */
async function isNews(tx: Tx, { kind, bookingId }: NoticeView, now: Instant): Promise<boolean> {
  if (!isOfCase(kind)) return true;
  const booking = await bookingById(tx, bookingId);
  return booking !== null && caseWaits(booking, kind, now);
}

const pathOf = ({ bookingId: id, managed }: NoticeView): string =>
  pagePath({ id, programId: managed?.programId ?? '' }, managed !== null);
