import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromium as asInJourneys } from '../../e2e/stage/chromium.ts';

/** It ends with this process, which hears signals itself. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...asInJourneys,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });

export interface Visit extends AsyncDisposable {
  page: Page;
  context: BrowserContext;
}

/** A window of a browser that has never been here. */
export async function openWindow(
  browser: Browser,
  cookies: Parameters<BrowserContext['addCookies']>[0] = [],
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['camera', 'microphone'],
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.addInitScript(watchFirstFrame);
  return { page, context, [Symbol.asyncDispose]: () => context.close() };
}

declare global {
  interface Window {
    /** Milliseconds by `performance.now()` when the other's first picture was shown. */
    firstFrame: Promise<number>;
  }
}

/** Runs in the page, before anything of its own. Whoever sees nothing for half a minute never will. */
function watchFirstFrame(): void {
  window.firstFrame = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('No picture within 30 s')), 30_000);
    const look = (): void => {
      const video = document.querySelector<HTMLVideoElement>('[data-remote-video]');
      if (!video) return void requestAnimationFrame(look);
      video.requestVideoFrameCallback(() => resolve(performance.now()));
    };
    addEventListener('DOMContentLoaded', look);
  });
}
