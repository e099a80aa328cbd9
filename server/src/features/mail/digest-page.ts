import { caseWaits, dailyKinds, fromText, isOfCase, type Instant } from '@confab/shared';
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
import { aboutIn, bookingWhen, spokenOf } from './spoken.ts';
import type { About, Words } from './words/index.ts';

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
  const items: Page['items'][number][] = [];
  for (const one of notices) {
    const { managed } = one;
    const whom = managed
      ? words.pair(called(one.with), called(managed.mentorId))
      : called(one.with);
    const about = await aboutNotice(tx, one, whom, zone, words);
    const text = `${words.letters[one.kind].lead(about)} (${about.when})`;
    items.push({ text, address: `${origin}${pathOf(one)}` });
  }
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
      ...items,
    ],
    buttons: [{ text: words.buttons.all, address: `${origin}/notices` }],
    footer: { text: words.footer(`${origin}/me`) },
  };
}

/** What happened as it happened; of what nobody did, such as a reminder, only when the session starts. */
async function aboutNotice(
  tx: Tx,
  { kind, bookingId, at, startsAt }: NoticeView,
  name: string,
  zone: string,
  words: Words,
): Promise<About> {
  const then = await bookingWhen(tx, bookingId, kind, at);
  if (then) return aboutIn(name, spokenOf(kind, then, then.booking), zone, words);
  return { name, when: momentIn(fromText(startsAt), zone, words), changed: new Set(), took: null };
}

/** A case that is settled meanwhile is none. @see N2 */
async function isNews(tx: Tx, { kind, bookingId }: NoticeView, now: Instant): Promise<boolean> {
  if (!isOfCase(kind)) return true;
  const booking = await bookingById(tx, bookingId);
  return booking !== null && caseWaits(booking, kind, now);
}

const pathOf = ({ bookingId: id, managed }: NoticeView): string =>
  pagePath({ id, programId: managed?.programId ?? '' }, managed !== null);
