import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pageTongue } from '../../src/http/tongue.ts';
import { house } from './house.ts';

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['en;q=0.5, de', 'de'],
  ['fi, sv;q=0.9, de;q=0.1', 'de'],
  ['de;q=0, en', 'en'],
  ['de;q=0', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
  ['de;q=nonsense, ;;;, =,', 'en'],
])('N4: whoever asks for %j gets pages in %s', (header, tongue) => {
  expect(pageTongue({ 'accept-language': header })).toBe(tongue);
});

test('N4: what a browser keeps goes before what it asks for; anything else kept is nothing', () => {
  const asks = { 'accept-language': 'de' };
  expect(pageTongue({ ...asks, cookie: 'a=b; confab.tongue=en' })).toBe('en');
  expect(pageTongue({ ...asks, cookie: 'confab.tongue=fr' })).toBe('de');
  expect(pageTongue({ ...asks, cookie: 'xconfab.tongue=en; confab.tongue=' })).toBe('de');
  expect(pageTongue({ ...asks, cookie: 'confab.tongue=../../secrets' })).toBe('de');
});

test('N4: one address is a document in either language, and says that it is', async () => {
  await using confab = await house();
  const ask = (headers: Record<string, string>, path = '/sessions') =>
    confab.ask(path, { headers });
  for (const path of ['/', '/sessions', '/join/abc']) {
    const german = await ask({ 'accept-language': 'de-DE' }, path);
    expect(german.body).toContain('<html lang="de">');
    expect(german.headers).toMatchObject({
      'content-language': 'de',
      'content-type': 'text/html;charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding, Accept-Language, Cookie',
    });
    const kept = await ask({ 'accept-language': 'de-DE', cookie: 'confab.tongue=en' }, path);
    expect(kept.body).toContain('<html lang="en">');
    expect(kept.headers['content-language']).toBe('en');
  }
  expect((await ask({})).headers['content-language']).toBe('en');
});

test('files are the same for everybody, and a path that is none is no document', async () => {
  await using confab = await house();
  const headers = { 'accept-language': 'de' };
  const script = await confab.ask('/_app/immutable/first.js', { headers });
  expect(script.headers['content-language']).toBeUndefined();
  expect(script.headers.vary).toBe('Accept-Encoding');
  const none = await confab.ask('/_app/immutable/nothing.js', { headers });
  expect([none.status, none.headers.vary]).toEqual([404, undefined]);
});

test('a document that is known already is told by its tag, in its own language alone', async () => {
  await using confab = await house('demo', {}, (pages) => {
    // Of one size and one moment, in either form: only what they say tells them apart.
    for (const tongue of ['de', 'en']) {
      const page = join(pages, `index.${tongue}.html`);
      writeFileSync(`${page}.br`, brotliCompressSync(readFileSync(page)));
      for (const file of [page, `${page}.br`]) utimesSync(file, 1_000, 1_000);
    }
  });
  const german = { 'accept-language': 'de', 'accept-encoding': 'br' };
  const first = await confab.ask('/', { headers: german });
  expect(first.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(first.bytes).toString()).toContain('lang="de"');
  const known = { 'if-none-match': String(first.headers.etag) };
  const again = await confab.ask('/', { headers: { ...german, ...known } });
  expect([again.status, again.headers.vary]).toEqual([
    304,
    'Accept-Encoding, Accept-Language, Cookie',
  ]);
  const english = await confab.ask('/', {
    headers: { ...german, ...known, 'accept-language': 'en' },
  });
  expect([english.status, english.headers['content-language']]).toEqual([200, 'en']);
});
