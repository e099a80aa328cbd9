import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { isZone, type Instant } from '@confab/shared';
import type { HttpRefusal } from '@confab/shared/protocol';
import type { Context } from '../command/context.ts';
import { transact, type Ledger } from '../command/transact.ts';
import { addPerson } from '../features/people/store.ts';
import { faultOfPassword, type Newcomer } from './fields.ts';
import { addCredentials, isEmailTaken } from './store.ts';

export type Refused = { ok: false } & HttpRefusal;

/** What else an enrolment is, in its own transaction. */
export interface Enrolment {
  admin?: boolean;
  /** Decides on current state, before anything is written. */
  allowed?: (context: Context) => Promise<Refused | null>;
  /** Goes on once the person is there. */
  welcome?: (context: Context, personId: string) => Promise<void>;
}

/**
 * Makes an account and its person, whole or not at all. The password is hashed before the
 * transaction begins: nothing may wait inside.
 */
export async function enrol(
  ledger: Ledger,
  { password, ...who }: Newcomer,
  now: Instant,
  { admin = false, allowed, welcome }: Enrolment = {},
): Promise<{ ok: true; personId: string } | Refused> {
  const weak = faultOfPassword(password);
  if (weak) return weak;
  if (!isZone(who.zone)) return { ok: false, code: 'bad-zone' };
  const passwordHash = await hashPassword(password);
  return transact(ledger, now, async (context) => {
    const refused = await allowed?.(context);
    if (refused) return refused;
    if (await isEmailTaken(context.tx, who.email)) return { ok: false, code: 'email-taken' };
    const id = randomUUID();
    await addCredentials(context.tx, { id, ...who, passwordHash }, now);
    await addPerson(context.tx, { id, ...who, admin }, now);
    await welcome?.(context, id);
    return { ok: true, personId: id };
  });
}
