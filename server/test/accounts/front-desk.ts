import { Temporal, type Instant } from '@confab/shared';
import { Accounts } from '../../src/accounts/accounts.ts';
import type { Ledger } from '../../src/command/transact.ts';
import { joinByInvitation } from '../../src/features/programs/join.ts';
import { lookUpInvitation } from '../../src/features/programs/invitations.ts';
import { freshStore } from '../stage/fresh-store.ts';
import { silent } from './silent.ts';

export const now: Instant = Temporal.Now.instant();
export const visitor = { address: '203.0.113.9', userAgent: 'a browser' };
export const farid = {
  name: 'Farid',
  email: 'farid@example.org',
  password: 'seventeen apples',
  zone: 'Asia/Tehran',
};

/** Accounts on a real store. */
export async function frontDesk() {
  const store = await freshStore();
  const ledger: Ledger = {
    store,
    reactions: [],
    show: () => Promise.resolve(new Map()),
    pushed: () => undefined,
    directoryChanged: () => undefined,
    failed: (error) => {
      throw error;
    },
  };
  const parts = {
    ledger,
    joining: { look: lookUpInvitation, join: joinByInvitation },
    secret: 'a secret that only this test knows, of good length',
    secureCookies: false,
    log: silent,
  };
  const accounts = await Accounts.open(parts);
  return {
    db: store.db,
    ledger,
    accounts,
    again: () => Accounts.open(parts),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

export const cookieOf = (cookies: readonly string[]): string =>
  cookies.map((cookie) => cookie.split(';')[0]).join('; ');
