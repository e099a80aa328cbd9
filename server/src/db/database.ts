import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The whole store. Outside a transaction only; inside there is only `Tx`. */
export type Db = Kysely<Tables>;

/** The one handle inside a transaction. */
export type Tx = Transaction<Tables>;
