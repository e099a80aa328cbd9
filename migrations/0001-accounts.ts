import type { ColumnDataType } from 'kysely';
import { table, type Migration } from './table.ts';

/**
 * The tables of better-auth, under our names. Its dates are text on SQLite, which knows none, and
 * instants on PostgreSQL; a STRICT integer column fails at sign-up.
 */
export const accounts: Migration = async (db, dialect) => {
  const instant: ColumnDataType = dialect === 'sqlite' ? 'text' : 'timestamptz';
  const truth: ColumnDataType = dialect === 'sqlite' ? 'integer' : 'boolean';

  await table(db, dialect, 'auth_user')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('email_verified', truth, (c) => c.notNull())
    .addColumn('image', 'text')
    .addColumn('created_at', instant, (c) => c.notNull())
    .addColumn('updated_at', instant, (c) => c.notNull())
    .execute();

  await table(db, dialect, 'auth_session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('user_id', 'text', (c) => c.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('expires_at', instant, (c) => c.notNull())
    .addColumn('ip_address', 'text')
    .addColumn('user_agent', 'text')
    .addColumn('created_at', instant, (c) => c.notNull())
    .addColumn('updated_at', instant, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('auth_session_of_user')
    .on('auth_session')
    .column('user_id')
    .execute();

  await table(db, dialect, 'auth_account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('provider_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('password', 'text')
    .addColumn('access_token', 'text')
    .addColumn('refresh_token', 'text')
    .addColumn('id_token', 'text')
    .addColumn('access_token_expires_at', instant)
    .addColumn('refresh_token_expires_at', instant)
    .addColumn('scope', 'text')
    .addColumn('created_at', instant, (c) => c.notNull())
    .addColumn('updated_at', instant, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('auth_account_of_user')
    .on('auth_account')
    .column('user_id')
    .execute();

  await table(db, dialect, 'auth_verification')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('identifier', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expires_at', instant, (c) => c.notNull())
    .addColumn('created_at', instant, (c) => c.notNull())
    .addColumn('updated_at', instant, (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('auth_verification_of')
    .on('auth_verification')
    .column('identifier')
    .execute();
};
