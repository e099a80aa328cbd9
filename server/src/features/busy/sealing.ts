import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { dialectOf } from '../../db/dialect.ts';
import type { Seal } from '../../db/seal.ts';
import type { Store } from '../../db/store.ts';

/** An address opens in its own row alone. */
const placeOf = (sourceId: string) => `calendar_source.sealed ${sourceId}`;

/** A calendar's address as it is kept. */
export const sealAddress = (seal: Seal, address: string, sourceId: string): string =>
  seal.close(address, placeOf(sourceId));

/** @returns null where the installation's secrets are not those by which it was sealed */
export const addressIn = (seal: Seal, sealed: string, sourceId: string): string | null =>
  seal.open(sealed, placeOf(sourceId));

/**
 * Seals addresses from before they were: at each start, before anything reads one. The embedded
 * store's file is then written anew, once, for it would go on holding them where nothing is any more.
 */
export async function sealWhatIsOpen(store: Store, seal: Seal): Promise<void> {
  const sealed = await store.write((tx) => sealRows(tx, seal));
  if (sealed > 0 && dialectOf(store.db) === 'sqlite') await sql`vacuum`.execute(store.db);
}

/** @returns how many there were */
async function sealRows(tx: Tx, seal: Seal): Promise<number> {
  const open = await tx
    .selectFrom('calendar_source')
    .select(['id', 'sealed'])
    // What is sealed has no colon.
    .where('sealed', 'like', 'http%://%')
    .execute();
  for (const { id, sealed } of open)
    await tx
      .updateTable('calendar_source')
      .set({ sealed: sealAddress(seal, sealed ?? '', id) })
      .where('id', '=', id)
      // Another server may have been quicker.
      .where('sealed', '=', sealed)
      .execute();
  return open.length;
}
