import { createECDH, randomBytes, type ECDH } from 'node:crypto';
import ece from 'http_ece';
import type { PushService } from './push-service.ts';

/** What the service worker is handed. */
export interface Shown {
  id: string;
  title: string;
  body: string;
  path: string;
  about: string;
  language: string;
}

/** A browser's part: its keys, its subscription, and reading what comes, as another hand wrote it. */
export class Browser {
  readonly endpoint: string;
  readonly #keys: ECDH = createECDH('prime256v1');
  readonly #secret = randomBytes(16);
  readonly #key: string;
  readonly #service: PushService;

  constructor(service: PushService, name: string) {
    this.endpoint = `${service.origin}/to/${name}`;
    this.#service = service;
    this.#key = this.#keys.generateKeys('base64url');
  }

  get subscription() {
    const secret = this.#secret.toString('base64url');
    return { endpoint: this.endpoint, key: this.#key, secret, words: 'Firefox on Linux' };
  }

  /** What this device was told so far. */
  get shown(): Shown[] {
    return this.#service.taken
      .filter(({ path }) => this.endpoint.endsWith(path))
      .map(({ body }) => JSON.parse(this.read(body).toString()) as Shown);
  }

  read(body: Buffer): Buffer {
    const authSecret = this.#secret.toString('base64url');
    return ece.decrypt(body, { version: 'aes128gcm', privateKey: this.#keys, authSecret });
  }
}
