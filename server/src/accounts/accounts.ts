import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import type { Instant } from '@confab/shared';
import type { Role } from '@confab/shared/protocol';
import type { Context } from '../command/context.ts';
import type { Ledger } from '../command/transact.ts';
import type { Tx } from '../db/database.ts';
import { createAuth } from './auth.ts';
import { Attempts, placeOf } from './attempts.ts';
import type { Counting } from './counting.ts';
import { Crowd } from './crowd.ts';
import { enrol, type Refused } from './enrol.ts';
import type { Newcomer } from './fields.ts';
import { sessionToken } from './session-token.ts';
import { SetupCode } from './setup-code.ts';
import { endSessionsOf, renewedSession, signIn, signOut, type Session } from './sign-in.ts';
import {
  beFirstAdmin,
  endedSessions,
  hasAdmin,
  sessionByToken,
  sweepHalfAccounts,
  sweepSessions,
} from './store.ts';

/** Whose sessions have ended: one of them, or all. */
export type Revoked = { personId: string } | { personId: string; sessionId: string };

/** What accounts need of programs: what a link admits to, and joining by it. */
export interface Joining {
  look(tx: Tx, token: string, now: Instant): Promise<{ programName: string; role: Role } | null>;
  join(context: Context, personId: string, token: string): Promise<{ programId: string } | null>;
}

export interface AccountsParts {
  ledger: Ledger;
  joining: Joining;
  secret: string;
  secureCookies: boolean;
  /** Counts failures, where several servers do so together; by itself if not given. */
  counting?: Counting | undefined;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Who comes to a door: their address and what they call their browser. */
export interface Visitor {
  address: string;
  userAgent: string | undefined;
}

type Entered<Value> = { ok: true; value: Value; cookies: string[] } | Refused;

/** Accounts, and who is signed in. */
export class Accounts {
  #parts: AccountsParts;
  #auth;
  /** Of the cookie that names a session. */
  #cookieName = '';
  #setupCode: SetupCode | null = null;
  #listeners = new Set<(whom: Revoked) => Promise<void>>();
  #hashing = new Crowd({ inside: 2, waiting: 100 });
  #byPlace;
  #byName;

  private constructor(parts: AccountsParts) {
    this.#parts = parts;
    this.#byPlace = new Attempts(200, parts.counting, 'place');
    this.#byName = new Attempts(8, parts.counting, 'name');
    this.#auth = createAuth({ ...parts, db: parts.ledger.store.db });
  }

  /** Opens the accounts: half ones are swept away, and without an admin there is a set-up code. */
  static async open(parts: AccountsParts): Promise<Accounts> {
    const accounts = new Accounts(parts);
    accounts.#cookieName = (await accounts.#auth.$context).authCookies.sessionToken.name;
    const { db } = parts.ledger.store;
    const swept = await sweepHalfAccounts(db);
    if (swept > 0) parts.log.warn({ swept }, 'Removed accounts that were not whole');
    if (!(await hasAdmin(db))) accounts.#setupCode = new SetupCode();
    return accounts;
  }

  /** To be printed on the console; null once there is an admin. */
  get setupCode(): string | null {
    return this.#setupCode?.text ?? null;
  }

  /**
   * Who asks; forged, expired and revoked cookies are nobody. After a restart everybody asks at
   * once: this is a look among other looks at the store, and no more.
   */
  async sessionOf({ cookie }: IncomingHttpHeaders, now: Instant): Promise<Session | null> {
    const { ledger, secret } = this.#parts;
    const token = sessionToken(cookie, this.#cookieName, secret);
    return token === null ? null : ledger.store.read((tx) => sessionByToken(tx, token, now));
  }

  renewedSession(headers: IncomingHttpHeaders) {
    return renewedSession(this.#auth, headers);
  }

  /** Calls back as soon as sessions have ended: whoever signed out is answered when all of theirs is cut. */
  onRevoked(listener: (whom: Revoked) => Promise<void>): void {
    this.#listeners.add(listener);
  }

  async signIn(
    credentials: { email: string; password: string },
    visitor: Visitor,
  ): Promise<Entered<null>> {
    const name = `${placeOf(visitor.address)} ${credentials.email}`;
    return this.#atDoor(visitor, () =>
      this.#byName.guard(name, () => this.#enter(credentials, visitor, null)),
    );
  }

  async signOut(headers: IncomingHttpHeaders, now: Instant): Promise<string[]> {
    const session = await this.sessionOf(headers, now);
    const cookies = await signOut(this.#auth, headers);
    if (session) await this.#revoked(session);
    return cookies;
  }

  /** Ends all of a person's sessions. */
  async signOutEverywhere(personId: string): Promise<void> {
    await endSessionsOf(this.#auth, personId);
    await this.#revoked({ personId });
  }

  /** Ends what has run out. */
  async tidy(now: Instant): Promise<void> {
    for (const session of await sweepSessions(this.#parts.ledger.store.db, now))
      await this.#revoked(session);
  }

  /** Those of these sessions that are over. */
  ended(sessionIds: readonly string[], now: Instant): Promise<string[]> {
    return this.#parts.ledger.store.read((tx) => endedSessions(tx, sessionIds, now));
  }

  /** Makes an account without any door: for the demo's people. */
  async create(
    newcomer: Newcomer,
    now: Instant,
    admin = false,
  ): Promise<{ ok: true; personId: string } | Refused> {
    const enrolled = await enrol(this.#parts.ledger, newcomer, now, { admin });
    if (enrolled.ok && admin) this.#setupCode = null;
    return enrolled;
  }

  /** Makes the first admin, for whoever can read the console. */
  async setUp(
    { code, ...newcomer }: Newcomer & { code: string },
    visitor: Visitor,
    now: Instant,
  ): Promise<Entered<null>> {
    return this.#atDoor(visitor, async () => {
      if (!this.#setupCode) return { ok: false, code: 'setup-done' };
      if (!this.#setupCode.matches(code)) return { ok: false, code: 'setup-code' };
      const enrolled = await this.#enrol(newcomer, now, {
        admin: true,
        allowed: async ({ tx }) =>
          (await hasAdmin(tx)) ? { ok: false, code: 'setup-done' } : null,
        welcome: ({ tx }, personId) => beFirstAdmin(tx, personId),
      });
      // Another server may have made the admin.
      if (enrolled.ok || enrolled.code === 'setup-done') this.#setupCode = null;
      if (!enrolled.ok) return enrolled;
      return this.#enter(newcomer, visitor, null);
    });
  }

  /** What an invitation link admits to. */
  look(token: string, visitor: Visitor, now: Instant) {
    const { ledger, joining } = this.#parts;
    return this.#atDoor(visitor, async () => {
      const found = await ledger.store.read((tx) => joining.look(tx, token, now));
      if (!found) return { ok: false, code: 'invitation' };
      return { ok: true, value: { programName: found.programName, role: found.role }, cookies: [] };
    });
  }

  /** Makes an account for whoever has an invitation link, and joins the program with it. */
  async join(
    { token, ...newcomer }: Newcomer & { token: string },
    visitor: Visitor,
    now: Instant,
  ): Promise<Entered<{ programId: string }>> {
    const { joining } = this.#parts;
    return this.#atDoor(visitor, async () => {
      let programId = '';
      const enrolled = await this.#enrol(newcomer, now, {
        allowed: async ({ tx }) =>
          (await joining.look(tx, token, now)) ? null : { ok: false, code: 'invitation' },
        welcome: async (context, personId) => {
          const joined = await joining.join(context, personId, token);
          if (!joined) throw new Error('a link that was good a moment ago admits nobody');
          ({ programId } = joined);
        },
      });
      if (!enrolled.ok) return enrolled;
      return this.#enter(newcomer, visitor, { programId });
    });
  }

  async #enrol(...[newcomer, now, how]: Enrolling) {
    const enrolled = await this.#hashing.enter(() => enrol(this.#parts.ledger, newcomer, now, how));
    return enrolled ?? crowded;
  }

  async #enter<Value>(
    { email, password }: { email: string; password: string },
    { userAgent }: Visitor,
    value: Value,
  ): Promise<Entered<Value>> {
    const entered = await this.#hashing.enter(async () => ({
      cookies: await signIn(this.#auth, { email, password }, userAgent),
    }));
    if (!entered) return crowded;
    const { cookies } = entered;
    return cookies ? { ok: true, value, cookies } : { ok: false, code: 'sign-in-failed' };
  }

  /** Keeps out a place from which somebody guesses. */
  #atDoor<Value>(
    { address }: Visitor,
    work: () => Promise<Entered<Value>>,
  ): Promise<Entered<Value>> {
    return this.#byPlace.guard(placeOf(address), work);
  }

  async #revoked(whom: Revoked): Promise<void> {
    for (const listener of this.#listeners) await listener(whom);
  }
}

type Enrolling = [Newcomer, Instant, Parameters<typeof enrol>[3]];

/** Passwords are being checked as fast as this machine should. */
const crowded = { ok: false, code: 'too-many', retryAfterMs: 3000 } as const;
