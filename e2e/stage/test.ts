import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { company, type Company } from './company.ts';
import type { Person } from './person.ts';
import { StageServer } from './server.ts';

export { expect } from '@playwright/test';

interface Stage {
  server: StageServer;
  all: Company;
  /** Opens a signed-in window of this person's, in a browser profile of its own. */
  open: (person: Person, path?: string) => Promise<Page>;
}

/** Each journey has a Confab of its own, with its people, and its windows. */
export const test = base.extend<Stage>({
  server: async ({ browserName: _ }, use) => {
    await using server = await StageServer.start();
    await use(server);
  },
  all: async ({ server }, use) => {
    const all = await company(server);
    await use(all);
    for (const person of [all.admin, all.mentor, all.mentee, all.other]) person[Symbol.dispose]();
  },
  open: async ({ browser, server }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, path = '/') => {
      const context = await profile(browser, person);
      contexts.push(context);
      const page = await context.newPage();
      await signIn(page, server.origin, person, path);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** A browser as this person has it: in their zone. */
const profile = (browser: Browser, { signIn }: Person): Promise<BrowserContext> =>
  browser.newContext({ timezoneId: signIn.zone, permissions: ['camera', 'microphone'] });

/** Signs in as people do, by the form. */
export async function signIn(
  page: Page,
  origin: string,
  { signIn: { email, password } }: Pick<Person, 'signIn'>,
  path = '/',
): Promise<void> {
  await page.goto(origin + path);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(origin + path);
}
