import type { Tongue } from '@confab/shared';
import type { HttpAnswer, HttpRefusal, RefusalCode } from '@confab/shared/protocol';
import { m } from '#lib/paraglide/messages.js';

/** Why a door stays shut; `unreachable`: no Confab answers. */
export type Shut = HttpRefusal['code'] | RefusalCode | 'unreachable';

/** What came of knocking: in, or why not. */
export type Entry = { ok: true } | { ok: false; code: Shut };

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  /** IANA zone. */
  zone: string;
  tongue: Tongue;
}

/** @returns `unreachable` when no Confab answers */
async function post(path: string, body: object): Promise<Entry> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as HttpAnswer<unknown>;
    return answer.ok ? { ok: true } : { ok: false, code: answer.code };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}

export const signIn = (email: string, password: string): Promise<Entry> =>
  post('/api/sign-in', { email, password });

export const signOut = (): Promise<Entry> => post('/api/sign-out', {});

/** Ends every session of this person, this one too. */
export const signOutEverywhere = (): Promise<Entry> => post('/api/sign-out-everywhere', {});

/** Makes the first admin. */
export const setUp = (code: string, account: NewAccount): Promise<Entry> =>
  post('/api/setup', { code, ...account });

/** Makes an account by an invitation link. */
export const join = (token: string, account: NewAccount): Promise<Entry> =>
  post('/api/join', { token, ...account });

/** Why the door stayed shut, as a sentence. */
export function reasonWords(code: Shut): string {
  switch (code) {
    case 'sign-in-failed':
      return m.account_wrong_credentials();
    case 'setup-code':
      return m.account_wrong_code();
    case 'setup-done':
      return m.account_wrong_done();
    case 'invitation':
      return m.refusal_invitation();
    case 'bad-zone':
      return m.refusal_bad_zone();
    case 'email-taken':
      return m.account_wrong_taken();
    case 'password-short':
      return m.account_wrong_short();
    case 'password-long':
      return m.account_wrong_long();
    case 'too-many':
      return m.account_wrong_many();
    case 'unreachable':
      return m.account_wrong_unreachable();
    case 'unavailable':
      return m.refusal_unavailable();
    default:
      return m.account_wrong_other();
  }
}
