import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { house } from './house.ts';

const refused = (code: string, more = {}) => ({
  ok: false,
  code,
  says: expect.stringMatching(/^[A-Z].+\.$/) as string,
  ...more,
});

test('an unknown address of the interface is not a page', async () => {
  await using confab = await house();
  for (const path of [
    '/api',
    '/api/',
    '/api/nothing',
    '/api/me/',
    '/api/auth/get-session',
    '/api/auth/sign-up/email',
  ]) {
    const answer = await confab.ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.json()).toEqual(refused('not-found'));
  }
});

test('another method is told which one it would be', async () => {
  await using confab = await house();
  for (const [method, path, allow] of [
    ['GET', '/api/sign-in', 'POST'],
    ['DELETE', '/api/sign-out', 'POST'],
    ['POST', '/api/me', 'GET, HEAD'],
    ['OPTIONS', '/api/me', 'GET, HEAD'],
    ['PUT', '/healthz', 'GET, HEAD'],
    ['POST', '/programs', 'GET, HEAD'],
    ['DELETE', '/theme.js', 'GET, HEAD'],
  ] as const) {
    const answer = await confab.ask(path, { method });
    expect([path, answer.status]).toEqual([path, 405]);
    expect(answer.headers.allow).toBe(allow);
    expect(answer.json()).toEqual(refused('method'));
  }
});

test('bodies that are no JSON, or not of the shape, are malformed and name the field', async () => {
  await using confab = await house();
  const fine = { email: 'a@example.org', password: 'x' };
  for (const [body, field] of [
    ['', ''],
    ['{', ''],
    ['null', ''],
    ['[]', 'email'],
    [{ password: 'x' }, 'email'],
    [{ ...fine, email: 'nobody' }, 'email'],
    [{ ...fine, email: `${'a'.repeat(250)}@example.org` }, 'email'],
    [{ ...fine, email: { $ne: '' } }, 'email'],
    [{ ...fine, password: '' }, 'password'],
    [{ ...fine, password: 7 }, 'password'],
    [{ ...fine, admin: true }, 'admin'],
  ] as const) {
    const answer = await confab.post('/api/sign-in', body);
    expect([body, answer.status]).toEqual([body, 400]);
    expect(answer.json()).toEqual(refused('malformed', { field }));
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await confab.post('/api/sign-in', 'email=a', form);
  expect(answer.json()).toEqual(refused('malformed', { field: 'content-type' }));
  expect(confab.failures).toEqual([]);
});

test('more than 64 kB is too large, told beforehand or not', async () => {
  await using confab = await house();
  const body = JSON.stringify({ email: 'x'.repeat(65_536), password: 'x' });
  const told = await confab.post('/api/sign-in', body, { 'content-length': String(body.length) });
  expect(told.status).toBe(413);
  expect(told.json()).toEqual(refused('too-large', { most: 65_536 }));
  const untold = await confab.post('/api/sign-in', body, { 'transfer-encoding': 'chunked' });
  expect(untold.json()).toEqual(refused('too-large', { most: 65_536 }));
  const little = await confab.post('/api/sign-out', '{}', { 'transfer-encoding': 'chunked' });
  expect(little.json()).toEqual({ ok: true, value: null });
});

test('what is no HTTP is answered in the same shape, and hung up on', async () => {
  await using confab = await house();
  const say = async (bytes: string) => {
    const socket = connect(confab.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.end(bytes);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    return { head, body: JSON.parse(body) as unknown };
  };
  const nonsense = await say('nonsense\r\n\r\n');
  expect(nonsense.head).toMatch(/^HTTP\/1\.1 400 Bad Request/);
  expect(nonsense.body).toEqual(refused('malformed', { field: '' }));
  const long = await say(`GET / HTTP/1.1\r\nHost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`);
  expect(long.head).toMatch(/^HTTP\/1\.1 431 /);
});

test('a mistake of ours is no crash, tells nothing, and is reported', async () => {
  await using confab = await house();
  await confab.desk.db.destroy();
  const answer = await confab.post('/api/join/look', { token: 'x' });
  expect(answer.status).toBe(503);
  expect(answer.json()).toEqual(refused('unavailable'));
  expect(confab.failures).toHaveLength(1);
});
