import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { keepPages } from '../../src/http/kept-pages.ts';
import { listenOn } from '../../src/http/listen.ts';
import { build, house } from './house.ts';

test('every path is the one page, fresh each time; hashed files last', async () => {
  await using confab = await house();
  for (const path of ['/', '/sessions', '/join/abc', '/join/']) {
    const answer = await confab.ask(path);
    expect(answer.body).toContain('<title>first</title>');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html;charset=utf-8',
      'cache-control': 'no-cache',
    });
  }
  const file = await confab.ask('/_app/immutable/first.js');
  expect(file.headers).toMatchObject({
    'content-type': 'text/javascript',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await confab.ask('/theme.js')).headers['cache-control']).toBe('no-cache');
  const head = await confab.ask('/', { method: 'HEAD' });
  expect([head.status, head.body]).toEqual([200, '']);
  const etag = String((await confab.ask('/')).headers.etag);
  expect((await confab.ask('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test('whoever takes a compressed form gets the one the build made, with the same bytes', async () => {
  await using confab = await house('demo', {}, (pages) => {
    for (const name of ['index.en.html', 'index.de.html', '_app/immutable/first.js']) {
      const plain = readFileSync(join(pages, name));
      writeFileSync(join(pages, `${name}.br`), brotliCompressSync(plain));
      writeFileSync(join(pages, `${name}.gz`), gzipSync(plain));
    }
  });
  for (const path of ['/', '/sessions', '/_app/immutable/first.js']) {
    const plain = await confab.ask(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const [accepted, named, decode] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
    ] as const) {
      const answer = await confab.ask(path, { headers: { 'accept-encoding': accepted } });
      expect(answer.headers).toMatchObject({
        'content-encoding': named,
        vary: expect.stringContaining('Accept-Encoding') as string,
        'content-type': plain.headers['content-type'],
        'cache-control': plain.headers['cache-control'],
      });
      expect(decode(answer.bytes).toString()).toBe(plain.body);
    }
  }
});

test('a file that is not there is no page, and nothing outside the build is served', async () => {
  await using confab = await house();
  for (const path of [
    '/nothing.js',
    '/_app/immutable/other.js',
    '/../secrets.json',
    '/%2e%2e/%2e%2e/secrets.json',
  ]) {
    const answer = await confab.ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.json()).toMatchObject({ code: 'not-found' });
  }
  writeFileSync(join(confab.folder, 'secrets.json'), 'secret');
  for (const path of [
    '/..%2fsecrets.json',
    '/..%2f..%2fsecrets.json',
    '/..%5csecrets.json',
    '/.git/config',
  ])
    expect((await confab.ask(path)).body).toContain('<title>first</title>');
});

test('a rebuild under a running server changes nothing for it', async () => {
  await using confab = await house();
  rmSync(join(confab.folder, 'build'), { recursive: true });
  expect((await confab.ask('/_app/immutable/first.js')).body).toBe("export default 'first'");
});

test('the hashed files of the build before are still there, and no older ones', () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-pages-'));
  const kept = join(folder, 'pages');
  const make = (digest: string) => keepPages(build(join(folder, digest), digest), kept);
  const files = (of: string | null) => of && readdirSync(join(of, '_app/immutable'));

  expect(make('first').previous).toBeNull();
  expect(make('first').previous).toBeNull();
  const second = make('second');
  expect([files(second.current), files(second.previous)]).toEqual([['second.js'], ['first.js']]);
  const third = make('third');
  expect([files(third.current), files(third.previous)]).toEqual([['third.js'], ['second.js']]);
  const without = keepPages(join(folder, 'no build'), kept);
  expect(files(without.current)).toEqual(['third.js']);
  rmSync(folder, { recursive: true });
});

test('a compressed form that a build no longer has is not kept, though the page is the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-pages-'));
  const made = build(join(folder, 'made'), 'first');
  writeFileSync(join(made, 'theme.js.br'), 'an older form');
  const kept = join(folder, 'pages');
  keepPages(made, kept);
  expect(existsSync(join(kept, 'current/theme.js.br'))).toBe(true);
  rmSync(join(made, 'theme.js.br'));
  expect(keepPages(made, kept)).toEqual({ current: join(kept, 'current'), previous: null });
  expect(existsSync(join(kept, 'current/theme.js.br'))).toBe(false);
  expect(existsSync(join(kept, 'current/theme.js'))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('an open tab of the build before gets its files, and the new page on reload', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-before-'));
  keepPages(build(join(folder, 'old'), 'old'), join(folder, 'pages'));
  await using confab = await house('serve', { CONFAB_DATA: folder });
  const old = await confab.ask('/_app/immutable/old.js');
  expect(old.body).toBe("export default 'old'");
  expect(old.headers['cache-control']).toContain('immutable');
  expect((await confab.ask('/')).body).toContain('<title>first</title>');
  expect((await confab.ask('/_app/immutable/first.js')).status).toBe(200);
  rmSync(folder, { recursive: true });
  expect(existsSync(folder)).toBe(false);
});

test('a taken port is a fault with a mend, on whichever address it is taken', async () => {
  for (const [taken, hosts] of [
    ['127.0.0.1', ['127.0.0.1', '::1']],
    ['::1', ['127.0.0.1', '::1']],
  ] as const) {
    const other = createServer().listen(0, taken);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const mine = createHttpServer();
    const listening = await listenOn(mine, hosts, port);
    expect(listening).toMatchObject({
      ok: false,
      fault: { variable: 'PORT', wrong: `something else already listens on port ${port}` },
    });
    expect(mine.listening).toBe(false);
    other.close();
  }
});

test('an address of another machine is a fault too, and a missing ::1 is not', async () => {
  const mine = createHttpServer();
  expect(await listenOn(mine, ['192.0.2.1'], 0)).toMatchObject({
    ok: false,
    fault: { variable: 'HOST' },
  });
  const listening = await listenOn(mine, ['127.0.0.1', '2001:db8::1'], 0);
  expect(listening.ok).toBe(true);
  if (listening.ok) listening.close();
});
