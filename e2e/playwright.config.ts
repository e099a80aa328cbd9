import { defineConfig } from '@playwright/test';
import { chromium } from './stage/chromium.ts';
import type { Ground } from './stage/test.ts';

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
    launchOptions: chromium,
  },
});
