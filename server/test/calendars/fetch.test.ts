import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fetchingCalendars, type FetchParts } from '../../src/calendars/fetch.ts';
import { giving, Host, leading } from './host.ts';

const nothing = { etag: null, lastModified: null };
const here = ['127.0.0.1/32'];
const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

const fetching = (parts: Partial<FetchParts> = {}) => fetchingCalendars({ hosts: here, ...parts });

/** What the fetched calendar says, or why there is none. */
async function said(url: string, parts?: Partial<FetchParts>): Promise<string> {
  const fetched = await fetching(parts)(url, nothing);
  if (fetched.kind === 'whole') return Buffer.from(fetched.body).toString();
  return fetched.kind === 'failed' ? fetched.fault : fetched.kind;
}

test('A8: a calendar is fetched, and sent again only if it has changed', async () => {
  const changed = 'Mon, 02 Mar 2026 09:00:00 GMT';
  await using host = await Host.open(giving(text, { ETag: '"one"', 'Last-Modified': changed }));
  const first = await fetching()(host.url(), nothing);
  expect(first).toMatchObject({ kind: 'whole', etag: '"one"', lastModified: changed });
  host.answer = (_, response) => void response.writeHead(304).end();
  const again = await fetching()(host.url(), { etag: '"one"', lastModified: changed });
  expect(again).toEqual({ kind: 'same' });
  const { headers } = host.asked[1] ?? {};
  expect([headers?.['if-none-match'], headers?.['if-modified-since']]).toEqual(['"one"', changed]);
  expect(headers?.cookie).toBe(undefined);
});

test.each([
  [401, 'closed'],
  [403, 'closed'],
  [404, 'gone'],
  [410, 'gone'],
  [204, 'unreachable'],
  [500, 'unreachable'],
])('A8: an answer of %i is %s', async (status, fault) => {
  await using host = await Host.open((_, response) => void response.writeHead(status).end());
  expect(await said(host.url())).toBe(fault);
});

test('A8: five steps are followed, and a sixth is not; nor one that leads nowhere', async () => {
  await using host = await Host.open((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left > 0) leading(`/${String(left - 1)}`, 307)(request, response);
    else giving(text)(request, response);
  });
  expect(await said(host.url('/5'))).toBe(text);
  expect(await said(host.url('/6'))).toBe('led-astray');
  for (const location of [
    '',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'http://[',
    'http://me:secret@127.0.0.1/',
  ]) {
    host.answer = leading(location);
    expect(await said(host.url())).toBe('led-astray');
  }
});

test('A8: inside is not asked: neither at once, nor by a step, nor by a name', async () => {
  await using host = await Host.open(giving(text));
  await using inside = await Host.open(giving('secret'), '127.0.0.2');
  expect(await said(host.url(), { hosts: [] })).toBe('not-allowed');
  for (const location of [
    inside.url('/', '127.0.0.2'),
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://2130706434/',
    'http://[::ffff:127.0.0.2]/',
  ]) {
    host.answer = leading(location);
    expect(await said(host.url())).toBe('not-allowed');
  }
  const resolve = () => Promise.resolve([{ address: '127.0.0.2', family: 4 }]);
  expect(await said(inside.url('/', 'calendar.example'), { resolve })).toBe('not-allowed');
  const both = () =>
    Promise.resolve([
      { address: '127.0.0.1', family: 4 },
      { address: '127.0.0.2', family: 4 },
    ]);
  expect(await said(host.url('/', 'calendar.example'), { resolve: both })).toBe('not-allowed');
  expect(inside.asked).toEqual([]);
});

test('A8: a host that the operator names may stand inside', async () => {
  await using host = await Host.open(giving(text));
  const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
  const named = { hosts: ['calendar.inside'], resolve };
  expect(await said(host.url('/', 'Calendar.inside'), named)).toBe(text);
  expect(await said(host.url('/', 'other.inside'), named)).toBe('not-allowed');
});

test('A8: the address that was checked is the one that is asked, whatever the name says next', async () => {
  await using host = await Host.open(giving(text));
  await using inside = await Host.open(giving('secret'), '127.0.0.2', host.port);
  let asked = 0;
  const resolve = () => {
    asked += 1;
    return Promise.resolve([{ address: `127.0.0.${String(asked)}`, family: 4 }]);
  };
  expect(await said(host.url('/', 'rebinding.example'), { resolve })).toBe(text);
  expect([asked, host.asked.length, inside.asked.length]).toEqual([1, 1, 0]);
  expect(host.asked[0]?.headers.host).toBe(`rebinding.example:${String(host.port)}`);
});

test('A8: what is packed is unpacked, and counted as it is then', async () => {
  await using host = await Host.open((_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(text));
  });
  expect(await said(host.url())).toBe(text);
  // A thousandth of what it unpacks to.
  host.answer = (_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' });
    response.end(gzipSync(Buffer.alloc(20 * 1024 * 1024)));
  };
  expect(await said(host.url())).toBe('too-large');
  host.answer = giving('no gzip', { 'Content-Encoding': 'gzip' });
  expect(await said(host.url())).toBe('unreachable');
  host.answer = giving(text, { 'Content-Encoding': 'zstd-of-tomorrow' });
  expect(await said(host.url())).toBe('unreachable');
});

test('A8: no more is read than fits, however much is sent', async () => {
  let sent = 0;
  await using host = await Host.open((_, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  expect(await said(host.url(), { most: 200_000 })).toBe('too-large');
  expect(sent).toBeLessThan(20 * 1024 * 1024);
});

test('A8: what drips, or never answers, or never has a name, is given up', async () => {
  await using host = await Host.open((_, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write('B'), 20);
    response.once('close', () => clearInterval(drip));
  });
  const patience = 200;
  expect(await said(host.url(), { patience })).toBe('too-slow');
  host.answer = () => undefined;
  expect(await said(host.url(), { patience })).toBe('too-slow');
  const resolve = () => rest(1_000).then(() => []);
  expect(await said(host.url('/', 'slow.example'), { patience, resolve })).toBe('too-slow');
});

test('A8: who is not there, breaks off, or has no name, is unreachable', async () => {
  await using host = await Host.open((_, response) => {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write('BEGIN');
    setImmediate(() => response.destroy());
  });
  expect(await said(host.url())).toBe('unreachable');
  const gzip = createGzip();
  host.answer = (_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' });
    gzip.pipe(response);
    gzip.write(text);
    gzip.flush(() => response.destroy());
  };
  expect(await said(host.url())).toBe('unreachable');
  const { port } = host;
  const gone = once(gzip, 'close');
  gzip.destroy();
  await gone;
  await host[Symbol.asyncDispose]();
  expect(await said(`http://127.0.0.1:${String(port)}/`)).toBe('unreachable');
  const resolve = () => Promise.reject(new Error('ENOTFOUND'));
  expect(await said('http://nowhere.example/', { resolve })).toBe('unreachable');
});
