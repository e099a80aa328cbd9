import { defineConfig } from '@playwright/test';
import type { Ground } from './stage/test.ts';

/** Debian's Chromium, fake camera and microphone, nothing called out. */
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Three cameras: the second is one for depth, of which nothing can be sent.
  '--use-fake-device-for-media-stream=device-count=3',
  '--use-fake-ui-for-media-stream',
  // Chromium itself looks for its makers' hosts at every start; what pages ask for is judged by them.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--autoplay-policy=no-user-gesture-required',
  '--auto-select-desktop-capture-source=Entire screen',
];

export default defineConfig<object, Pick<Ground, 'store'>>({
  testDir: './journeys',
  outputDir: './results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  projects: [
    { name: 'journeys' },
    {
      name: 'journeys on PostgreSQL',
      testMatch: /(main-job|kill|expiry)\.spec\.ts$/,
      use: { store: 'postgres' },
    },
  ],
  use: {
    actionTimeout: 20_000,
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Helsinki',
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: '/usr/bin/chromium', args: chromiumFlags },
  },
});
