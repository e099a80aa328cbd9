import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certificate } from '../config/certificate.ts';
import { house } from './house.ts';

const withoutPort = (headers: Record<string, unknown>, port: number): Record<string, unknown> =>
  JSON.parse(JSON.stringify(headers).replaceAll(`:${port}`, ':PORT')) as Record<string, unknown>;

const ofEveryAnswer = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
];

test('every answer carries the same protection', async () => {
  await using confab = await house();
  const kinds = await Promise.all([
    confab.ask('/'),
    confab.ask('/sessions/1'),
    confab.ask('/_app/immutable/first.js'),
    confab.ask('/nothing.js'),
    confab.ask('/api/me'),
    confab.ask('/api/nothing'),
    confab.ask('/healthz'),
    confab.post('/api/sign-in', {}),
    confab.post('/api/sign-in', {}, { origin: 'http://evil.example' }),
    confab.ask('/', { headers: { host: 'evil.example' } }),
    confab.ask('/', { method: 'DELETE' }),
  ]);
  for (const { headers } of kinds) {
    const protection = Object.fromEntries(ofEveryAnswer.map((name) => [name, headers[name]]));
    expect(withoutPort(protection, confab.port)).toMatchInlineSnapshot(`
      {
        "content-security-policy": "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; manifest-src 'self'; worker-src 'self' blob:; connect-src 'self' ws://localhost:PORT; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      }
    `);
  }
});

test('sockets are allowed to the address that the page came from', async () => {
  await using confab = await house();
  const { port } = confab;
  const { headers } = await confab.ask('/', { headers: { host: `127.0.0.1:${port}` } });
  expect(headers['content-security-policy']).toContain(
    `connect-src 'self' ws://127.0.0.1:${port};`,
  );
});

test('behind TLS, browsers are told to keep to it', async () => {
  await using confab = await house('serve', {
    ORIGIN: 'https://mentors.example.org',
    TRUSTED_PROXY: '127.0.0.1',
  });
  const { headers } = await confab.ask('/');
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect(headers['content-security-policy']).toContain(
    "connect-src 'self' wss://mentors.example.org;",
  );
});

test('health says each part, and 503 when one is not well or Confab is stopping', async () => {
  await using confab = await house();
  const well = await confab.ask('/healthz');
  expect([well.status, well.json()]).toEqual([
    200,
    { ok: true, draining: false, db: true, media: true, nodes: confab.health.nodes },
  ]);
  const { nodes } = confab.health;
  const away = nodes.map((node) => ({ ...node, connected: false, trouble: 'wrong-key' as const }));
  const full = nodes.map((node) => ({ ...node, draining: true }));
  for (const change of [{ db: false }, { nodes: away }, { nodes: full }, { draining: true }]) {
    Object.assign(confab.health, { db: true, nodes, draining: false }, change);
    const answer = await confab.ask('/healthz');
    expect([answer.status, answer.json()]).toMatchObject([503, { ok: false, ...change }]);
  }
});

test('metrics are for this machine, or for whoever has the token', async () => {
  await using local = await house('serve');
  const shown = await local.ask('/metrics');
  expect(shown.headers['content-type']).toContain('text/plain');
  expect((await local.ask('/metrics')).body).toContain(
    'confab_http_request_seconds_count{asked="/metrics",status="200"} 1',
  );
  const proxied = await local.ask('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect([proxied.status, proxied.json()]).toMatchObject([403, { code: 'forbidden' }]);

  await using guarded = await house('serve', {
    TRUSTED_PROXY: '127.0.0.1',
    METRICS_TOKEN: 'sixteen characters',
  });
  const ask = async (authorization: string) =>
    (await guarded.ask('/metrics', { headers: { authorization } })).status;
  expect(await ask('Bearer sixteen characters')).toBe(200);
  expect(await ask('Bearer sixteen characterz')).toBe(403);
  expect(await ask('sixteen characters')).toBe(403);
});

test('with a certificate, Confab speaks TLS itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-tls-'));
  const [TLS_CERT, TLS_KEY] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(TLS_CERT, certificate.cert);
  writeFileSync(TLS_KEY, certificate.key);
  await using confab = await house('serve', { TLS_CERT, TLS_KEY });
  expect(confab.origin).toBe(`https://localhost:${confab.port}`);
  const sent = request(`${confab.origin}/`, { ca: certificate.cert, family: 4 }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  expect(response.headers['strict-transport-security']).toBe('max-age=31536000');
  expect(response.headers['content-security-policy']).toContain(`wss://localhost:${confab.port};`);
  response.resume();
  rmSync(folder, { recursive: true });
});
