import type { MailChoices } from '@confab/shared';
import type { Tx } from '../../db/database.ts';

/** Keeps what a person has chosen to be mailed about. */
export async function keepChoices(tx: Tx, personId: string, choices: MailChoices): Promise<void> {
  const kept = { choices: JSON.stringify(choices) };
  await tx
    .insertInto('mail_choice')
    .values({ person_id: personId, ...kept })
    .onConflict((on) => on.column('person_id').doUpdateSet(kept))
    .execute();
}
