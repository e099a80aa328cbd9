import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

/** Pictures for people to look at; nothing here judges them, so no check runs this. */
export default defineConfig(journeys, { testDir: './looks', timeout: 900_000 });
