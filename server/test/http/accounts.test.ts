import type { IncomingHttpHeaders } from 'node:http';
import { expect, test, vi } from 'vitest';
import { farid, now } from '../accounts/front-desk.ts';
import { demoPeople, house } from './house.ts';

// Each password costs what it costs, on a busy machine a second.
vi.setConfig({ testTimeout: 60_000 });

const { name, email, password, zone } = farid;
type House = Awaited<ReturnType<typeof house>>;

const cookieIn = (headers: IncomingHttpHeaders): string =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');

async function signIn(confab: House) {
  const answer = await confab.post('/api/sign-in', { email, password });
  expect(answer.status).toBe(200);
  return { cookie: cookieIn(answer.headers) };
}

test('in the demo, a page learns who could sign in and where the second person goes', async () => {
  await using confab = await house();
  const { port } = confab;
  expect((await confab.ask('/api/me')).json()).toEqual({
    signedIn: false,
    demo: { people: demoPeople, otherOrigin: `http://127.0.0.1:${port}` },
    setup: true,
    insecure: false,
    mediaHere: true,
  });
  const other = await confab.ask('/api/me', { headers: { host: `127.0.0.1:${port}` } });
  expect(other.json()).toMatchObject({ demo: { otherOrigin: `http://localhost:${port}` } });
});

test('for real use, it learns that an open address means no camera', async () => {
  await using open = await house('serve', { ORIGIN: 'http://mentors.example.org' });
  expect((await open.ask('/api/me')).json()).toMatchObject({ demo: null, insecure: true });
  await using safe = await house('serve', {
    ORIGIN: 'https://mentors.example.org',
    TRUSTED_PROXY: '127.0.0.1',
  });
  expect((await safe.ask('/api/me')).json()).toMatchObject({ insecure: false });
});

test('signing in at one address, out again, and everywhere', async () => {
  await using confab = await house();
  await confab.desk.accounts.create(farid, now);
  const here = await signIn(confab);
  const there = await signIn(confab);
  const isIn = async (headers: { cookie: string }) =>
    ((await confab.ask('/api/me', { headers })).json() as { signedIn: boolean }).signedIn;
  expect(await isIn(here)).toBe(true);

  const out = await confab.post('/api/sign-out', {}, here);
  expect(out.json()).toEqual({ ok: true, value: null });
  expect(out.headers['set-cookie']?.join()).toContain('Max-Age=0');
  expect([await isIn(here), await isIn(there)]).toEqual([false, true]);

  expect((await confab.post('/api/sign-out-everywhere', {}, here)).status).toBe(401);
  const everywhere = await confab.post('/api/sign-out-everywhere', {}, there);
  expect(everywhere.status).toBe(200);
  expect(everywhere.headers['set-cookie']?.join()).toContain('Max-Age=0');
  expect(await isIn(there)).toBe(false);
});

test('a wrong password is refused, and after eight of them so is the right one', async () => {
  await using confab = await house();
  await confab.desk.accounts.create(farid, now);
  for (let guess = 0; guess < 8; guess += 1) {
    const answer = await confab.post('/api/sign-in', { email, password: 'wrong' });
    expect(answer.status).toBe(401);
    expect(answer.json()).toMatchObject({ ok: false, code: 'sign-in-failed' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
  const answer = await confab.post('/api/sign-in', { email, password });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(answer.json()).toMatchObject({ code: 'too-many' });
});

test('the set-up code makes an admin, signed in; then there is none', async () => {
  await using confab = await house('serve');
  const code = confab.desk.accounts.setupCode;
  const wrong = await confab.post('/api/setup', { code: 'nonsense', name, email, password, zone });
  expect([wrong.status, wrong.json()]).toMatchObject([403, { code: 'setup-code' }]);
  const weak = { code, name, email, password: 'short', zone };
  expect((await confab.post('/api/setup', weak)).json()).toMatchObject({
    code: 'password-short',
    least: 10,
    says: 'A password needs at least 10 characters.',
  });
  const made = await confab.post('/api/setup', { code, name, email, password, zone });
  expect(made.json()).toEqual({ ok: true, value: null });
  const mine = { headers: { cookie: cookieIn(made.headers) } };
  expect((await confab.ask('/api/me', mine)).json()).toMatchObject({
    signedIn: true,
    setup: false,
  });
  const again = await confab.post('/api/setup', { code, name, email, password, zone });
  expect([again.status, again.json()]).toMatchObject([409, { code: 'setup-done' }]);
});

test('a link that admits nobody says so before anything is asked', async () => {
  await using confab = await house();
  const look = await confab.post('/api/join/look', { token: 'nonsense' });
  expect([look.status, look.json()]).toEqual([200, { ok: true, value: null }]);
  const join = await confab.post('/api/join', { token: 'nonsense', name, email, password, zone });
  expect([join.status, join.json()]).toMatchObject([404, { code: 'invitation' }]);
});

test('nothing of a request but its kind is logged', async () => {
  await using confab = await house();
  await confab.post('/api/sign-in?token=secret', { email, password: 'secret' });
  await confab.ask('/join/secret?secret');
  await confab.ask('/api/secret');
  await confab.ask('/_app/immutable/first.js');
  await expect
    .poll(() => confab.lines)
    .toMatchObject([
      { method: 'POST', asked: '/api/sign-in', status: 401 },
      { method: 'GET', asked: 'page', status: 200 },
      { method: 'GET', asked: '/api/…', status: 404 },
      { method: 'GET', asked: 'file', status: 200 },
    ]);
  expect(JSON.stringify(confab.lines)).not.toContain('secret');
});
