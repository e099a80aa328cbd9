import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** Keys that a browser gives out with its subscription, in base64url. */
export interface DeviceKeys {
  /** A point of P-256, uncompressed. */
  key: string;
  secret: string;
}

/** Bytes of a record; a payload is one record. */
const recordSize = 4_096;
/** Bytes of a payload at most, as every service takes them. */
export const mostBytes = 3_000;

/** Whether this is a point that a payload can be encrypted to. */
export function isPoint(key: string): boolean {
  try {
    const own = createECDH('prime256v1');
    own.generateKeys();
    own.computeSecret(Buffer.from(key, 'base64url'));
    return true;
  } catch {
    return false;
  }
}

const derived = (secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes));

/**
 * Encrypts a payload so that this device alone can read it, with the content coding `aes128gcm`.
 * @throws Error when it is too long @see https://www.rfc-editor.org/rfc/rfc8291
 */
export function encryptFor({ key, secret }: DeviceKeys, payload: string): Buffer {
  const text = Buffer.from(payload);
  if (text.byteLength > mostBytes) throw new Error('a push that is too long');
  const theirs = Buffer.from(key, 'base64url');
  const own = createECDH('prime256v1');
  const ours = own.generateKeys();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const shared = derived(own.computeSecret(theirs), Buffer.from(secret, 'base64url'), info, 32);
  const salt = randomBytes(16);
  const content = derived(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', content, nonce);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(recordSize);
  head.writeUInt8(ours.byteLength, 4);
  // The byte after the text says that this record is the last.
  const record = [cipher.update(text), cipher.update(Buffer.of(2)), cipher.final()];
  return Buffer.concat([salt, head, ours, ...record, cipher.getAuthTag()]);
}
