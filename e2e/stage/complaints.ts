import { expect, type Page } from '@playwright/test';

/**
 * What there is to complain of on a journey's pages: errors on the console, among them everything
 * the content security policy forbids, exceptions nobody caught, and whatever a page asks of another
 * machine. There are none but expected ones.
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
      this.#heard.push(`${error.stack || error.message} on ${page.url()}`);
    });
    page.on('request', (request) => {
      this.#called(page, request.url());
    });
    page.on('websocket', (socket) => {
      this.#called(page, socket.url());
    });
  }

  /** The browser itself says so when, for instance, the server is gone: the journey means it. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  #called(page: Page, url: string): void {
    if (!within.test(url)) this.#heard.push(`${url} was called on ${page.url()}`);
  }

  check(): void {
    const unexpected = this.#heard.filter((text) => !this.#expected.some((one) => one.test(text)));
    expect(unexpected).toEqual([]);
  }
}

/** What stays on this machine, or in the page itself. */
const within = /^(https?|wss?):\/\/(localhost|127\.0\.0\.1)[:/]|^(data|blob):/;

/** What Chromium says while nobody answers. */
export const serverGone = /net::ERR_|WebSocket|Failed to load resource/;
