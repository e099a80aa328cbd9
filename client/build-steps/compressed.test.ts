import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compress } from './compressed.ts';

test('each text gets a smaller form of the same bytes; pictures, fonts and crumbs get none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-compressed-'));
  mkdirSync(join(folder, '_app/immutable'), { recursive: true });
  const script = join(folder, '_app/immutable/first.js');
  const text = "export default 'the same again';\n".repeat(50);
  writeFileSync(script, text);
  writeFileSync(join(folder, 'index.html'), text);
  writeFileSync(join(folder, 'crumb.js'), '0');
  writeFileSync(join(folder, 'letter.woff2'), text);

  compress(folder);

  expect(brotliDecompressSync(readFileSync(`${script}.br`)).toString()).toBe(text);
  expect(gunzipSync(readFileSync(`${script}.gz`)).toString()).toBe(text);
  expect(readFileSync(`${script}.br`).byteLength).toBeLessThan(text.length);
  expect(readdirSync(folder).toSorted()).toEqual([
    '_app',
    'crumb.js',
    'index.html',
    'index.html.br',
    'index.html.gz',
    'letter.woff2',
  ]);
  rmSync(folder, { recursive: true });
});
