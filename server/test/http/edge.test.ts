import { expect, test } from 'vitest';
import { house } from './house.ts';

const refused = (code: string, more = {}) => ({
  ok: false,
  code,
  says: expect.any(String) as string,
  ...more,
});

test('the demo answers as localhost, as 127.0.0.1 and on ::1, and as nothing else', async () => {
  await using confab = await house();
  const { port } = confab;
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `LOCALHOST:${port}`])
    expect((await confab.ask('/', { headers: { host } })).status).toBe(200);
  expect((await fetch(`http://localhost:${port}/api/me`)).status).toBe(200);
  expect((await confab.ask('/api/me', { host: '::1' })).status).toBe(200);
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    'localhost',
    `localhost:${port + 1}`,
    `localhost.evil.example:${port}`,
    `localhost:${port}@evil.example`,
    `192.168.0.1:${port}`,
  ]) {
    for (const path of ['/', '/api/me', '/healthz', '/metrics', '/theme.js']) {
      const answer = await confab.ask(path, { headers: { host } });
      expect([host, path, answer.status]).toEqual([host, path, 421]);
      expect(answer.json()).toEqual(refused('host', { at: confab.http.edge.origins() }));
    }
  }
});

test('somebody who opens a wrong address in a browser reads where to go', async () => {
  await using confab = await house();
  const headers = { host: 'evil.example', accept: 'text/html,*/*' };
  const answer = await confab.ask('/', { headers });
  expect(answer.status).toBe(421);
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(answer.body).toBe(
    `Confab answers only at ${confab.origin} and http://127.0.0.1:${confab.port}.\n`,
  );
});

test('the demo listens on loopback only', async () => {
  await using confab = await house();
  expect(confab.http.server.address()).toMatchObject({ address: '127.0.0.1' });
});

test.each([
  ['forwarded', 'for=203.0.113.9'],
  ['x-forwarded-for', '203.0.113.9'],
  ['x-forwarded-host', 'localhost'],
  ['x-forwarded-proto', 'https'],
  ['x-forwarded-anything', ''],
  ['x-real-ip', '203.0.113.9'],
  ['via', '1.1 proxy.example.org'],
  ['x-client-ip', '203.0.113.9'],
  ['x-cluster-client-ip', '203.0.113.9'],
  ['true-client-ip', '203.0.113.9'],
  ['cf-connecting-ip', '203.0.113.9'],
])('the demo refuses what went through a proxy: %s', async (name, value) => {
  await using confab = await house();
  const answer = await confab.ask('/api/me', { headers: { [name]: value } });
  expect(answer.status).toBe(403);
  expect(answer.json()).toEqual(refused('forwarded'));
});

test('what changes something comes from a page of ours, exactly', async () => {
  await using confab = await house();
  const { port, origin } = confab;
  const strangers = [
    'http://evil.example',
    'null',
    '',
    `https://localhost:${port}`,
    'http://localhost',
    `${origin}/`,
    `${origin}.evil.example`,
    // The other of our own addresses is another site to a browser.
    `http://127.0.0.1:${port}`,
  ];
  for (const path of [
    '/api/sign-in',
    '/api/sign-out',
    '/api/sign-out-everywhere',
    '/api/setup',
    '/api/join',
    '/api/join/look',
  ])
    for (const stranger of strangers) {
      const answer = await confab.post(path, {}, { origin: stranger });
      expect([path, stranger, answer.status]).toEqual([path, stranger, 403]);
      expect(answer.json()).toEqual(refused('origin'));
    }
  const missing = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  expect((await confab.ask('/api/sign-out', missing)).json()).toEqual(refused('origin'));
  expect((await confab.post('/api/sign-out', {})).status).toBe(200);
});

test('sockets are let in by the same rule', async () => {
  await using confab = await house();
  const { port, origin, http } = confab;
  const allowed = async (headers: Record<string, string>) => {
    let found = false;
    http.server.once('request', (request) => (found = http.edge.allowedOrigin(request)));
    await confab.ask('/', { headers });
    return found;
  };
  const other = `http://127.0.0.1:${port}`;
  expect(await allowed({ origin })).toBe(true);
  expect(await allowed({ origin: other, host: `127.0.0.1:${port}` })).toBe(true);
  expect(await allowed({})).toBe(false);
  expect(await allowed({ origin: other })).toBe(false);
  expect(await allowed({ origin: 'http://evil.example' })).toBe(false);
  expect(await allowed({ origin: 'http://evil.example', host: 'evil.example' })).toBe(false);
  expect(await allowed({ origin, 'x-forwarded-for': '203.0.113.9' })).toBe(false);
});

test('for real use one address holds, and machines may ask whether all is well by any', async () => {
  await using confab = await house('serve', { ORIGIN: 'http://mentors.example.org:8080' });
  const host = 'mentors.example.org:8080';
  expect((await confab.ask('/api/me', { headers: { host } })).status).toBe(200);
  const other = { headers: { host: `127.0.0.1:${confab.port}` } };
  expect((await confab.ask('/api/me', other)).json()).toEqual(
    refused('host', { at: ['http://mentors.example.org:8080'] }),
  );
  expect((await confab.ask('/healthz', other)).status).toBe(200);
  expect((await confab.ask('/metrics', other)).status).toBe(200);
});

test('without a named proxy, what others claim to have forwarded is not believed', async () => {
  await using confab = await house('serve');
  const seen = await seenAs(confab, { 'x-forwarded-for': '203.0.113.9' });
  expect(seen).toBe('127.0.0.1');
  const host = { host: 'evil.example', 'x-forwarded-host': new URL(confab.origin).host };
  expect((await confab.ask('/api/me', { headers: host })).status).toBe(421);
});

test('a named proxy is believed for one step, and no further than proxies of ours go', async () => {
  await using confab = await house('serve', {
    ORIGIN: 'https://mentors.example.org',
    TRUSTED_PROXY: '127.0.0.0/8, 10.0.0.7',
  });
  expect(await seenAs(confab, { 'x-forwarded-for': '203.0.113.9' })).toBe('203.0.113.9');
  const forged = { 'x-forwarded-for': '1.2.3.4, 203.0.113.9, 10.0.0.7' };
  expect(await seenAs(confab, forged)).toBe('203.0.113.9');
  const asNamed = { host: 'inside:3000', 'x-forwarded-host': 'mentors.example.org' };
  expect((await confab.ask('/api/me', { headers: asNamed })).status).toBe(200);
  // Whoever comes through the proxy is not on this machine, though the proxy is.
  expect((await confab.ask('/metrics')).json()).toEqual(refused('forbidden'));
});

async function seenAs(confab: Awaited<ReturnType<typeof house>>, headers: Record<string, string>) {
  let address = '';
  confab.http.server.once('request', (request) => (address = confab.http.edge.addressOf(request)));
  await confab.ask('/', { headers });
  return address;
}
