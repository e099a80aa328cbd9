import { randomUUID } from 'node:crypto';
import { toText, type Instant } from '@confab/shared';
import { askedOften } from '../db/asked-often.ts';
import type { Db, Tx } from '../db/database.ts';
import { oneOf } from '../db/list.ts';
import type { AuthTables } from './tables.ts';

/** What better-auth calls e-mail and password. */
const credential = 'credential';

export interface Credentials {
  id: string;
  name: string;
  /** Normalised. */
  email: string;
  passwordHash: string;
}

/**
 * Writes an account as better-auth would, but in the transaction that also makes the person: there
 * is never one without the other.
 */
export async function addCredentials(
  tx: Tx,
  { id, name, email, passwordHash }: Credentials,
  now: Instant,
): Promise<void> {
  const rows = tx.$extendTables<AuthTables>();
  const at = { created_at: toText(now), updated_at: toText(now) };
  await rows
    .insertInto('auth_user')
    .values({ id, name, email, email_verified: 0, ...at })
    .execute();
  await rows
    .insertInto('auth_account')
    .values({
      id: randomUUID(),
      account_id: id,
      provider_id: credential,
      user_id: id,
      password: passwordHash,
      ...at,
    })
    .execute();
}

export async function isEmailTaken(tx: Tx, email: string): Promise<boolean> {
  const rows = tx.$extendTables<AuthTables>();
  const user = await rows
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  if (user) return true;
  return Boolean(
    await rows.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst(),
  );
}

export async function hasAdmin(tx: Tx | Db): Promise<boolean> {
  return Boolean(
    await tx.selectFrom('person').select('id').where('admin', '=', 1).executeTakeFirst(),
  );
}

/** Of two who would be the first admin at once, this lets one be. @throws Error of the database for the other */
export async function beFirstAdmin(tx: Tx, personId: string): Promise<void> {
  await tx.insertInto('installation').values({ name: 'first admin', value: personId }).execute();
}

/** Removes users that lack a way to sign in, or a person. @returns how many there were */
export async function sweepHalfAccounts(db: Db): Promise<number> {
  const { numDeletedRows } = await db
    .$extendTables<AuthTables>()
    .deleteFrom('auth_user')
    .where((row) =>
      row.or([
        row.not(
          row.exists(
            row
              .selectFrom('auth_account')
              .select('auth_account.id')
              .whereRef('auth_account.user_id', '=', 'auth_user.id'),
          ),
        ),
        row.not(
          row.exists(
            row.selectFrom('person').select('person.id').whereRef('person.id', '=', 'auth_user.id'),
          ),
        ),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** The session of this token, unless it is over. */
export async function sessionByToken(
  tx: Tx,
  token: string,
  now: Instant,
): Promise<{ sessionId: string; personId: string } | null> {
  const [session] = await byToken(tx, token, toText(now));
  return session ?? null;
}

const byToken = askedOften((tx, token: string, now: string) =>
  tx
    .$extendTables<AuthTables>()
    .selectFrom('auth_session')
    .select(['id as sessionId', 'user_id as personId'])
    .where('token', '=', token)
    .where('expires_at', '>', now),
);

/** Those of these sessions that are over: signed out or run out. */
export async function endedSessions(
  tx: Tx,
  sessionIds: readonly string[],
  now: Instant,
): Promise<string[]> {
  const living = await tx
    .$extendTables<AuthTables>()
    .selectFrom('auth_session')
    .select('id')
    .where(oneOf(tx, 'id', sessionIds))
    .where('expires_at', '>', toText(now))
    .execute();
  const alive = new Set(living.map(({ id }) => id));
  return sessionIds.filter((id) => !alive.has(id));
}

/** Removes sessions that have run out. @returns which */
export async function sweepSessions(
  db: Db,
  now: Instant,
): Promise<{ sessionId: string; personId: string }[]> {
  return db
    .$extendTables<AuthTables>()
    .deleteFrom('auth_session')
    .where('expires_at', '<=', toText(now))
    .returning(['id as sessionId', 'user_id as personId'])
    .execute();
}
