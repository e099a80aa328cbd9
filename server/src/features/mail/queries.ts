import { defaultMailChoices, fromText, type Instant, type MailChoices } from '@confab/shared';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';

export { eventOf, product } from './calendar.ts';
export { momentIn } from './moments.ts';
export { pagePath } from './page-path.ts';
export { aboutIn, bookingThen, spokenOf } from './spoken.ts';
export { wordsFor, type Words } from './words/index.ts';

/** What a person has chosen to be mailed about. */
export async function mailChoices(tx: Tx, personId: string): Promise<MailChoices> {
  const [row] = await chosenBy(tx, personId);
  return { ...defaultMailChoices, ...(row && (JSON.parse(row.choices) as Partial<MailChoices>)) };
}

const chosenBy = askedOften((tx, personId: string) =>
  tx.selectFrom('mail_choice').select('choices').where('person_id', '=', personId),
);

/** When this person's last letter of a day was made before this one; a week ago where none was. */
export async function lastDigest(tx: Tx, personId: string, madeAt: string): Promise<Instant> {
  const row = await tx
    .selectFrom('outbox')
    .select('made_at')
    .where('person_id', '=', personId)
    .where('kind', '=', 'digest')
    .where('state', '=', 'sent')
    .where('made_at', '<', madeAt)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromText(row.made_at) : fromText(madeAt).subtract({ hours: 7 * 24 });
}
