import { createECDH } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pushKeysOf } from '../../src/config/push-keys.ts';
import { encryptFor, mostBytes } from '../../src/push/encrypt.ts';
import { Browser } from './browser.ts';
import type { PushService } from './push-service.ts';

test('whatever is encrypted, another implementation of RFC 8291 reads, in one record of equal head', () => {
  const browser = new Browser({ origin: 'https://push.example' } as PushService, 'phone');
  const texts = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(texts, (text) => {
      const body = encryptFor(browser.subscription, text);
      expect(browser.read(body).toString()).toBe(text);
      expect(body.byteLength).toBe(16 + 5 + 65 + Buffer.byteLength(text) + 1 + 16);
    }),
    { numRuns: 50 },
  );
  expect(() => encryptFor(browser.subscription, 'x'.repeat(mostBytes + 1))).toThrow('too long');
});

test('no two are alike', () => {
  const { subscription } = new Browser({ origin: 'https://push.example' } as PushService, 'phone');
  const [one, two] = [encryptFor(subscription, 'same'), encryptFor(subscription, 'same')];
  expect(one.subarray(0, 16)).not.toEqual(two.subarray(0, 16));
  expect(one.subarray(21, 86)).not.toEqual(two.subarray(21, 86));
});

test('one secret always gives one key pair, another secret another', async () => {
  const [one, same, other] = [
    await pushKeysOf('a secret'),
    await pushKeysOf('a secret'),
    await pushKeysOf('another'),
  ];
  expect(one.publicKey).toBe(same.publicKey);
  expect(one.publicKey).not.toBe(other.publicKey);
  expect(Buffer.from(one.publicKey, 'base64url')).toHaveLength(65);
  const any = createECDH('prime256v1');
  any.generateKeys();
  expect(() => any.computeSecret(Buffer.from(one.publicKey, 'base64url'))).not.toThrow();
});
