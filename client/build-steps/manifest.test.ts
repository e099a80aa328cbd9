import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { translateManifest } from './manifest.ts';

const source = join(import.meta.dirname, '../static/manifest.webmanifest');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confab-manifest-'));
  copyFileSync(source, join(folder, 'manifest.webmanifest'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

test('N4: each language has a manifest of its own, which its document names', () => {
  const document = join(folder, 'index.de.html');
  writeFileSync(document, '<link rel="manifest" href="/manifest.webmanifest" />');
  translateManifest({ folder, page: 'index.de.html', tongue: 'de' });
  expect(readFileSync(document, 'utf8')).toBe(
    '<link rel="manifest" href="/manifest.de.webmanifest" />',
  );
  expect(read('manifest.de.webmanifest')).toEqual({
    ...(JSON.parse(readFileSync(source, 'utf8')) as object),
    description: 'Mentoring: Nachrichten, Treffen und Video',
    lang: 'de',
  });
  expect(existsSync(join(folder, 'manifest.webmanifest'))).toBe(false);
});

test('a document without a manifest stops the build', () => {
  writeFileSync(join(folder, 'index.en.html'), '<title>Confab</title>');
  expect(() => {
    translateManifest({ folder, page: 'index.en.html', tongue: 'en' });
  }).toThrow('names no manifest');
});
