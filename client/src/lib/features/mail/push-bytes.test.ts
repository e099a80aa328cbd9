import { expect, test } from 'vitest';
import { asBytes, asText, deviceIdOf } from './push-bytes.ts';

test('bytes are written as the wire has them, and read back', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(asText(bytes.buffer)).toBe(Buffer.from(bytes).toString('base64url'));
  expect(asBytes(asText(bytes.buffer))).toEqual(bytes);
  expect(asText(null)).toBe('');
});

test('a device is called by its endpoint’s digest', async () => {
  expect(await deviceIdOf('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
