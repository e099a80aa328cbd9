import { expect, test } from 'vitest';
import { deviceWords } from './device-words.ts';

test('a device is called what a person would call it', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
  const edge = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140';
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1';
  expect(deviceWords(chrome)).toBe('Chrome on Linux');
  expect(deviceWords(edge)).toBe('Edge on Windows');
  expect(deviceWords(phone)).toBe('Safari on iPhone');
  expect(deviceWords('Something else')).toBe('A browser');
});
