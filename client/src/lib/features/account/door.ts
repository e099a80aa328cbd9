import { m } from '#lib/paraglide/messages.js';

/** What came of knocking: in, or why not. */
export type Entry = { ok: true } | { ok: false; code: string };

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  /** IANA zone. */
  zone: string;
}

/** @returns `unreachable` when there is no server, `too-many` when it asks to wait */
async function post(path: string, body: object): Promise<Entry> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { ok: true };
    if (response.status === 429) return { ok: false, code: 'too-many' };
    const said = (await response.json().catch(() => ({}))) as { code?: string };
    return { ok: false, code: said.code ?? 'other' };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}

export const signIn = (email: string, password: string): Promise<Entry> =>
  post('/api/auth/sign-in/email', { email, password });

export const signOut = (): Promise<Entry> => post('/api/auth/sign-out', {});

/** Ends every session of this person, this one too. */
export const signOutEverywhere = (): Promise<Entry> => post('/api/auth/revoke-sessions', {});

/** Makes the first admin. */
export const setUp = (code: string, account: NewAccount): Promise<Entry> =>
  post('/api/setup', { code, ...account });

/** Makes an account by an invitation link. */
export const join = (token: string, account: NewAccount): Promise<Entry> =>
  post('/api/join', { token, ...account });

/** Why the door stayed shut, as a sentence. */
export function reasonWords(code: string): string {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
    case 'INVALID_EMAIL':
      return m.account_wrong_credentials();
    case 'setup-code':
      return m.account_wrong_code();
    case 'invitation':
      return m.refusal_invitation();
    case 'bad-zone':
      return m.refusal_bad_zone();
    case 'email-taken':
    case 'USER_ALREADY_EXISTS':
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
      return m.account_wrong_taken();
    case 'password':
    case 'PASSWORD_TOO_SHORT':
      return m.account_wrong_short();
    case 'too-many':
      return m.account_wrong_many();
    case 'unreachable':
      return m.account_wrong_unreachable();
    default:
      return m.account_wrong_other();
  }
}
