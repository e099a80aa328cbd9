import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { faultText, type Mode } from '../../src/config/config.ts';
import { isInsecure, originsOf } from '../../src/config/origins.ts';
import { readConfig } from '../../src/config/read.ts';
import { certificate } from './certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'confab-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const machine = { cores: 4, addresses: ['192.0.2.8'], folder: '/srv/confab' };
const read = (mode: Mode, environment: Record<string, string>) =>
  readConfig(mode, environment, machine);

function faults(mode: Mode, environment: Record<string, string>) {
  const found = read(mode, environment);
  return found.ok ? [] : found.faults.map(({ variable }) => variable);
}

test('the demo needs nothing said, and stays on loopback', () => {
  expect(read('demo', {})).toMatchInlineSnapshot(`
    {
      "config": {
        "calendarHosts": [],
        "dataDir": "/srv/confab/demo-data",
        "databaseUrl": null,
        "hosts": [
          "127.0.0.1",
          "::1",
        ],
        "logLevel": "info",
        "mail": null,
        "media": {
          "announcedAddresses": [],
          "ip": "127.0.0.1",
          "port": 44400,
          "workerBin": null,
          "workers": 3,
        },
        "metricsToken": null,
        "mode": "demo",
        "nodePort": 3100,
        "nodes": [],
        "origin": null,
        "port": 3000,
        "push": {
          "services": [
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.push.apple.com",
            "*.notify.windows.com",
          ],
        },
        "redisUrl": null,
        "tls": null,
        "trustedProxies": [],
      },
      "ok": true,
    }
  `);
});

test('real use needs nothing said either', () => {
  expect(read('serve', {})).toMatchInlineSnapshot(`
    {
      "config": {
        "calendarHosts": [],
        "dataDir": "/srv/confab/data",
        "databaseUrl": null,
        "hosts": [
          "0.0.0.0",
        ],
        "logLevel": "info",
        "mail": null,
        "media": {
          "announcedAddresses": [
            "192.0.2.8",
          ],
          "ip": "0.0.0.0",
          "port": 44400,
          "workerBin": null,
          "workers": 3,
        },
        "metricsToken": null,
        "mode": "serve",
        "nodePort": 3100,
        "nodes": [],
        "origin": null,
        "port": 3000,
        "push": {
          "services": [
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.push.apple.com",
            "*.notify.windows.com",
          ],
        },
        "redisUrl": null,
        "tls": null,
        "trustedProxies": [],
      },
      "ok": true,
    }
  `);
});

test('everything can be said', () => {
  const found = read('serve', {
    PORT: '8080',
    HOST: '::',
    ORIGIN: 'https://Mentors.Example.org/',
    TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8,::1',
    CONFAB_DATA: '/var/lib/confab',
    MEDIASOUP_WORKER_BIN: process.execPath,
    MEDIA_PORT: '50000',
    MEDIA_WORKERS: '2',
    MEDIA_ADDRESSES: '203.0.113.7, media.example.org',
    SFU_URLS: 'https://media1.example.org, https://media2.example.org/,https://media1.example.org',
    SFU_PORT: '3200',
    METRICS_TOKEN: 'sixteen characters',
    LOG_LEVEL: 'debug',
    CALENDAR_HOSTS: 'Calendar.Example.org, 10.0.0.0/8',
    PUSH: 'on',
    PUSH_SERVICES: 'Push.example.org:8443, *.push.example.org',
    SMTP_URL: 'smtps://mail.example.org',
    MAIL_FROM: 'Saarni <mentors@example.org>',
  });
  expect(found).toEqual({
    ok: true,
    config: {
      mode: 'serve',
      port: 8080,
      hosts: ['::'],
      origin: 'https://mentors.example.org',
      tls: null,
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1'],
      dataDir: '/var/lib/confab',
      databaseUrl: null,
      redisUrl: null,
      media: {
        ip: '0.0.0.0',
        port: 50_000,
        workers: 2,
        announcedAddresses: ['203.0.113.7', 'media.example.org'],
        workerBin: process.execPath,
      },
      nodes: ['https://media1.example.org', 'https://media2.example.org'],
      nodePort: 3200,
      mail: {
        url: 'smtps://mail.example.org',
        from: { name: 'Saarni', address: 'mentors@example.org' },
      },
      calendarHosts: ['calendar.example.org', '10.0.0.0/8'],
      push: { services: ['push.example.org:8443', '*.push.example.org'] },
      metricsToken: 'sixteen characters',
      logLevel: 'debug',
    },
  });
});

test('nothing is pushed where the operator says so, in the demo neither', () => {
  for (const mode of ['demo', 'serve'] as const)
    expect(read(mode, { PUSH: 'off' })).toMatchObject({ ok: true, config: { push: null } });
});

test.each([
  { PORT: 'many' },
  { PORT: '-1' },
  { PORT: '65536' },
  { PORT: '3e3' },
  { HOST: 'localhost' },
  { ORIGIN: 'mentors.example.org' },
  { ORIGIN: 'ftp://mentors.example.org' },
  { ORIGIN: 'http://mentors.example.org/confab' },
  { ORIGIN: 'http://someone@mentors.example.org' },
  { TRUSTED_PROXY: 'proxy' },
  { TRUSTED_PROXY: '10.0.0.0/33' },
  { TRUSTED_PROXY: '10.0.0.0/8/8' },
  { TRUSTED_PROXY: '::/129' },
  { TLS_CERT: '/nowhere/cert.pem' },
  { MEDIASOUP_WORKER_BIN: '/nowhere/worker' },
  { MEDIASOUP_WORKER_BIN: '/' },
  { MEDIA_PORT: '0' },
  { SFU_URLS: 'media1.example.org' },
  { SFU_URLS: 'https://media1.example.org, https://media2.example.org/control' },
  { PUSH: 'yes' },
  { PUSH_SERVICES: 'https://push.example.org' },
  { PUSH_SERVICES: 'push.example.org, *' },
  { PUSH_SERVICES: '*.*.example.org' },
  { PUSH_SERVICES: 'push.example.org:99999' },
  { SFU_PORT: '0' },
  { MEDIA_PORT: '65534' },
  { MEDIA_WORKERS: '0' },
  { MEDIA_ADDRESSES: 'not an address' },
  { METRICS_TOKEN: 'short' },
  { LOG_LEVEL: 'loud' },
  { CONFAB_DATE: '/var/lib/confab' },
])('%o is a fault of that variable', (environment) => {
  const [name] = Object.keys(environment);
  expect(faults('serve', environment)).toEqual([name]);
});

test('every fault is told at once, each with its mend', () => {
  const found = read('serve', { PORT: 'x', LOG_LEVEL: 'y', CONFAB_X: 'z' });
  if (found.ok) throw new Error('no faults');
  expect(found.faults.map(faultText)).toMatchInlineSnapshot(`
    [
      "CONFAB_X: Confab knows no such variable. See docs/CONFIGURATION.md.",
      "PORT: “x” is not a whole number from 0 to 65535. Give a number from 0 to 65535.",
      "LOG_LEVEL: “y” is no log level. Give one of fatal, error, warn, info, debug, trace, silent.",
    ]
  `);
});

test('an empty value is as good as none', () => {
  expect(faults('serve', { PORT: '', ORIGIN: ' ' })).toEqual([]);
});

test('https needs somebody who speaks TLS', () => {
  expect(faults('serve', { ORIGIN: 'https://mentors.example.org' })).toEqual(['TRUSTED_PROXY']);
});

test('certificate and key belong together, and to https', () => {
  const [TLS_CERT, TLS_KEY, OTHER] = ['cert.pem', 'key.pem', 'other.pem'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(TLS_CERT, certificate.cert);
  writeFileSync(TLS_KEY, certificate.key);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(OTHER, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const both = { TLS_CERT, TLS_KEY };
  const fine = read('serve', both);
  expect(fine).toMatchObject({
    config: { tls: { cert: expect.stringContaining('CERTIFICATE') as string } },
  });
  expect(faults('serve', { ...both, ORIGIN: 'https://mentors.example.org' })).toEqual([]);
  expect(faults('serve', { ...both, ORIGIN: 'http://mentors.example.org' })).toEqual(['ORIGIN']);
  expect(faults('serve', { TLS_CERT })).toEqual(['TLS_KEY']);
  expect(faults('serve', { TLS_KEY })).toEqual(['TLS_CERT']);
  expect(faults('serve', { TLS_CERT, TLS_KEY: OTHER })).toEqual(['TLS_CERT']);
  writeFileSync(OTHER, 'nonsense');
  expect(faults('serve', { TLS_CERT: OTHER, TLS_KEY })).toEqual(['TLS_CERT']);
});

test('the demo says so when it would not heed a variable, save HOST, which some shells set', () => {
  const environment = {
    HOST: 'x86_64-conda-linux-gnu',
    ORIGIN: 'https://mentors.example.org',
    TLS_CERT: '/nowhere',
    MEDIA_ADDRESSES: '203.0.113.7',
  };
  expect(faults('demo', environment)).toEqual(['ORIGIN', 'TLS_CERT', 'MEDIA_ADDRESSES']);
});

test('the demo has two addresses, real use has one', () => {
  const plain = { origin: null, tls: null };
  expect(originsOf({ mode: 'demo', ...plain }, 3000)).toEqual([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
  ]);
  expect(originsOf({ mode: 'demo', ...plain }, 80)[0]).toBe('http://localhost');
  expect(originsOf({ mode: 'serve', ...plain }, 3000)).toEqual(['http://localhost:3000']);
  const origin = 'https://mentors.example.org';
  expect(originsOf({ mode: 'serve', tls: null, origin }, 3000)).toEqual([origin]);
});

test.each([
  ['https://mentors.example.org', false],
  ['http://localhost:3000', false],
  ['http://confab.localhost', false],
  ['http://127.0.0.1:3000', false],
  ['http://[::1]:3000', false],
  ['http://192.168.0.7:3000', true],
  ['http://mentors.example.org', true],
  ['http://localhost.example.org', true],
  ['http://127.0.0.1.example.org', true],
])('%s: no camera there is %s', (origin, insecure) => {
  expect(isInsecure(origin)).toBe(insecure);
});

test('mail needs a server and a sender, each as they should be', () => {
  const mail = {
    SMTP_URL: 'smtp://user:pa%40ss@mail.example.org:587',
    MAIL_FROM: 'Confab <a@b.org>',
  };
  const found = read('serve', mail);
  expect(found.ok && found.config.mail).toEqual({
    url: mail.SMTP_URL,
    from: { name: 'Confab', address: 'a@b.org' },
  });
  expect(faults('serve', { ...mail, MAIL_FROM: 'a@b.org' })).toEqual([]);
  expect(faults('serve', { SMTP_URL: mail.SMTP_URL })).toEqual(['MAIL_FROM']);
  expect(faults('serve', { MAIL_FROM: mail.MAIL_FROM })).toEqual(['SMTP_URL']);
  for (const url of [
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://h/path',
    'smtp://h?x=1',
  ])
    expect(faults('serve', { ...mail, SMTP_URL: url })).toEqual(['SMTP_URL']);
  for (const from of ['nobody', 'A <a@b> B', 'a@b\r\nBcc: c@d', '<a b@c>'])
    expect(faults('serve', { ...mail, MAIL_FROM: from })).toEqual(['MAIL_FROM']);
  expect(faults('demo', mail)).toEqual(['SMTP_URL', 'MAIL_FROM']);
});

test('a password in SMTP_URL is in no fault', () => {
  const found = read('serve', { SMTP_URL: 'smtp://user:hunter2@', MAIL_FROM: 'a@b.org' });
  expect(found.ok ? '' : found.faults.map(faultText).join()).not.toContain('hunter2');
});
