import { expect, test, vi } from 'vitest';
import type { Revoked } from '../../src/accounts/accounts.ts';
import { cookieOf, farid, frontDesk, now, visitor } from './front-desk.ts';

// Each password costs what it costs, on a busy machine a second.
vi.setConfig({ testTimeout: 60_000 });

test('whoever has an account signs in, however the address is typed', async () => {
  await using desk = await frontDesk();
  const made = await desk.accounts.create(farid, now);
  const entered = await desk.accounts.signIn(farid, visitor);
  if (!made.ok || !entered.ok) throw new Error('refused');
  expect(entered.cookies).toHaveLength(1);
  expect(entered.cookies[0]).toMatch(
    /^confab\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const session = await desk.accounts.sessionOf({ cookie: cookieOf(entered.cookies) }, now);
  expect(session?.personId).toBe(made.personId);
});

test('a wrong password and an unknown address are refused alike', async () => {
  await using desk = await frontDesk();
  await desk.accounts.create(farid, now);
  const refused = { ok: false, code: 'sign-in-failed' };
  const wrong = { ...farid, password: 'eighteen apples' };
  expect(await desk.accounts.signIn(wrong, visitor)).toEqual(refused);
  const unknown = { ...farid, email: 'nobody@example.org' };
  expect(await desk.accounts.signIn(unknown, visitor)).toEqual(refused);
});

test('guessing ends after eight failures, for this name from this place alone', async () => {
  await using desk = await frontDesk();
  await desk.accounts.create(farid, now);
  const wrong = { ...farid, password: 'eighteen apples' };
  for (let guess = 0; guess < 8; guess += 1)
    expect(await desk.accounts.signIn(wrong, visitor)).toMatchObject({ code: 'sign-in-failed' });
  expect(await desk.accounts.signIn(farid, visitor)).toMatchObject({ code: 'too-many' });
  const elsewhere = { ...visitor, address: '198.51.100.4' };
  expect(await desk.accounts.signIn(farid, elsewhere)).toMatchObject({ ok: true });
});

test('guessing all at once looks at no more than eight passwords', async () => {
  await using desk = await frontDesk();
  await desk.accounts.create(farid, now);
  const wrong = { ...farid, password: 'eighteen apples' };
  const guesses = await Promise.all(
    Array.from({ length: 30 }, () => desk.accounts.signIn(wrong, visitor)),
  );
  const codes = guesses.map((answer) => (answer.ok ? 'in' : answer.code));
  expect(codes.filter((code) => code === 'sign-in-failed').length).toBeLessThanOrEqual(8);
  expect(new Set(codes)).not.toContain('in');
});

test('sixty right passwords from one address at once all come in, and lock nobody out', async () => {
  await using desk = await frontDesk();
  const people = Array.from({ length: 10 }, (_, n) => ({ ...farid, email: `p${n}@example.org` }));
  for (const person of people) await desk.accounts.create(person, now);
  const crowd = Array.from({ length: 60 }, (_, n) => people[n % people.length] ?? farid);
  const entered = await Promise.all(crowd.map((one) => desk.accounts.signIn(one, visitor)));
  expect(entered.filter(({ ok }) => ok)).toHaveLength(60);
  expect(await desk.accounts.signIn(crowd[0] ?? farid, visitor)).toMatchObject({ ok: true });
});

test('signing out ends this session, everywhere ends all, and both are told at once', async () => {
  await using desk = await frontDesk();
  const made = await desk.accounts.create(farid, now);
  if (!made.ok) throw new Error('refused');
  const told: Revoked[] = [];
  desk.accounts.onRevoked(async (whom) => void told.push(whom));
  const here = await signedIn(desk);
  const there = await signedIn(desk);
  const session = await desk.accounts.sessionOf(here, now);

  const cookies = await desk.accounts.signOut(here, now);
  expect(cookies.join()).toContain('confab.session_token=; Max-Age=0');
  expect(told).toEqual([{ personId: made.personId, sessionId: session?.sessionId }]);
  expect(await desk.accounts.sessionOf(here, now)).toBeNull();
  expect(await desk.accounts.sessionOf(there, now)).not.toBeNull();

  await desk.accounts.signOutEverywhere(made.personId);
  expect(told.at(-1)).toEqual({ personId: made.personId });
  expect(await desk.accounts.sessionOf(there, now)).toBeNull();
});

test('forged and foreign cookies are nobody', async () => {
  await using desk = await frontDesk();
  await desk.accounts.create(farid, now);
  const { cookie } = await signedIn(desk);
  const [name, value = ''] = cookie.split('=');
  const [token = '', signature = ''] = decodeURIComponent(value).split('.');
  const forged = (text: string) => ({ cookie: `${name}=${encodeURIComponent(text)}` });
  const unsigned = forged(token);
  const tampered = forged(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}.${signature}`);
  const otherSignature = forged(`${token}.${'A'.repeat(43)}=`);
  for (const headers of [
    {},
    { cookie: 'confab.session_token=' },
    unsigned,
    tampered,
    otherSignature,
    { cookie: `${name}=%E0%A4%A` },
    { cookie: `other=1; ${otherSignature.cookie}; ${cookie}` },
  ]) {
    expect(await desk.accounts.sessionOf(headers, now)).toBeNull();
    expect((await desk.accounts.renewedSession(headers)).session).toBeNull();
  }
});

test('whoever asks is the same person at the socket as at the page', async () => {
  await using desk = await frontDesk();
  await desk.accounts.create(farid, now);
  const { cookie } = await signedIn(desk);
  for (const header of [cookie, `${cookie};`, `theme=dark;${cookie}; other=confab.session_token`]) {
    const { session } = await desk.accounts.renewedSession({ cookie: header });
    expect(session).not.toBeNull();
    expect(await desk.accounts.sessionOf({ cookie: header }, now)).toEqual(session);
  }
});

test('a session that has run out is nobody’s, and tidying cuts what still hangs on it', async () => {
  await using desk = await frontDesk();
  await desk.accounts.create(farid, now);
  const expired = await signedIn(desk);
  const session = await desk.accounts.sessionOf(expired, now);
  await desk.db
    .$extendTables<{ auth_session: { id: string; expires_at: string } }>()
    .updateTable('auth_session')
    .set({ expires_at: now.subtract({ hours: 1 }).toString({ smallestUnit: 'millisecond' }) })
    .where('id', '=', session?.sessionId ?? '')
    .execute();
  const told: Revoked[] = [];
  desk.accounts.onRevoked(async (whom) => void told.push(whom));
  const living = await signedIn(desk);
  await desk.accounts.tidy(now);
  expect(told).toEqual([{ personId: session?.personId, sessionId: session?.sessionId }]);
  expect(await desk.accounts.sessionOf(expired, now)).toBeNull();
  expect(await desk.accounts.sessionOf(living, now)).not.toBeNull();
});

async function signedIn(desk: Awaited<ReturnType<typeof frontDesk>>) {
  const entered = await desk.accounts.signIn(farid, visitor);
  if (!entered.ok) throw new Error(entered.code);
  return { cookie: cookieOf(entered.cookies) };
}
