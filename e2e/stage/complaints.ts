import { expect, type Page } from '@playwright/test';

/**
 * What the browser complains of on a journey's pages: errors on the console, among them everything
 * the content security policy forbids, and exceptions nobody caught. There are none but expected ones.
 */
export class Complaints {
  readonly #heard: string[] = [];
  readonly #expected: RegExp[] = [];

  listen(page: Page): void {
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.#heard.push(`${message.text()} (${message.location().url}) on ${page.url()}`);
    });
    page.on('pageerror', (error) => {
      this.#heard.push(`${error.stack ?? error.message} on ${page.url()}`);
    });
  }

  /** The browser itself says so when, for instance, the server is gone: the journey means it. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  check(): void {
    const unexpected = this.#heard.filter((text) => !this.#expected.some((one) => one.test(text)));
    expect(unexpected).toEqual([]);
  }
}

/** What Chromium says while nobody answers. */
export const serverGone = /net::ERR_|WebSocket|Failed to load resource/;
