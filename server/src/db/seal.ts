import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
/** Bytes. */
const nonceLength = 12;
const tagLength = 16;

/** Closes texts for the store, so that whoever has a copy of it, but not the key, cannot read them. */
export class Seal {
  readonly #key: Uint8Array;

  /** @param key 32 bytes */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** @param place where it is kept, down to the row: elsewhere it does not open */
  close(text: string, place: string): string {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.#key, nonce, { authTagLength: tagLength });
    cipher.setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** @returns the text; null where it was closed with another key, for another place, or is altered */
  open(closed: string, place: string): string | null {
    const bytes = Buffer.from(closed, 'base64url');
    if (bytes.length < nonceLength + tagLength) return null;
    const nonce = bytes.subarray(0, nonceLength);
    const tag = bytes.subarray(nonceLength, nonceLength + tagLength);
    const decipher = createDecipheriv(algorithm, this.#key, nonce, { authTagLength: tagLength });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(tag);
    const body = decipher.update(bytes.subarray(nonceLength + tagLength));
    try {
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    } catch {
      // That it does not fit is all that a cipher ever says.
      return null;
    }
  }
}
