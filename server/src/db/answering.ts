import { setTimeout as later } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Store } from './store.ts';

/** Milliseconds after which a store counts as away that has not answered. */
const usual = 2_000;

/**
 * Whether the store would take something now; nothing is changed by asking. One that hangs is asked
 * no second time before it has answered: whoever looks after it looks every few seconds.
 */
export function answering({ db }: Pick<Store, 'db'>, patience = usual): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  return () => {
    asked ??= ask(db).finally(() => (asked = null));
    return Promise.race([asked, later(patience, false, { ref: false })]);
  };
}

const ask = (db: Db): Promise<boolean> =>
  db
    .deleteFrom('installation')
    .where(sql<boolean>`false`)
    .execute()
    .then(() => true)
    .catch(() => false);
