import {
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { Cluster } from '../../server/test/postgres/cluster.ts';
import { newDatabase } from '../../server/test/postgres/new-database.ts';
import { company, type Company } from './company.ts';
import { Complaints } from './complaints.ts';
import type { Person } from './person.ts';
import { StageServer } from './server.ts';

export { expect } from '@playwright/test';

interface Stage {
  server: StageServer;
  all: Company;
  /** What browsers may complain of in this journey; anything else fails it. */
  complaints: Complaints;
  /** Opens a window of a browser of its own in which this person is signed in, at this address. */
  open: (person: Person, path?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Opens a window of a browser in which nobody is signed in. */
  openSignedOut: (path: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** What all journeys of a run have in common. */
export interface Ground {
  /** Where each journey's Confab keeps everything. */
  store: 'sqlite' | 'postgres';
  /** The throw-away PostgreSQL; null where stores are SQLite's. */
  cluster: Cluster | null;
}

/** Each journey has a Confab of its own, with its people, and its windows. */
export const test = base.extend<Stage, Ground>({
  store: ['sqlite', { option: true, scope: 'worker' }],
  cluster: [
    async ({ store }, use) => {
      if (store === 'sqlite') return use(null);
      await using cluster = await Cluster.open();
      await use(cluster);
    },
    { scope: 'worker' },
  ],
  server: async ({ cluster }, use) => {
    const databaseUrl = cluster && (await newDatabase(cluster.url('postgres')));
    await using server = await StageServer.start('serve', databaseUrl);
    await use(server);
  },
  all: async ({ server }, use) => {
    const all = await company(server);
    await use(all);
    for (const person of [all.admin, all.mentor, all.mentee, all.other]) person[Symbol.dispose]();
  },
  complaints: async ({ browserName: _ }, use) => {
    const complaints = new Complaints();
    await use(complaints);
    complaints.check();
  },
  openSignedOut: async ({ browser, server, complaints }, use) => {
    const windows = new Windows(browser, server.origin, complaints);
    await use((path, options) => windows.open(null, path, options));
    await windows.close();
  },
  open: async ({ browser, server, complaints }, use) => {
    const windows = new Windows(browser, server.origin, complaints);
    await use((person, path = '/', options) => windows.open(person, path, options));
    await windows.close();
  },
});

class Windows {
  readonly #contexts: BrowserContext[] = [];
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #complaints: Complaints;

  constructor(browser: Browser, origin: string, complaints: Complaints) {
    this.#browser = browser;
    this.#origin = origin;
    this.#complaints = complaints;
  }

  async open(
    person: Person | null,
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const context = await this.#browser.newContext({
      permissions: ['camera', 'microphone'],
      ...(person && { timezoneId: person.signIn.zone }),
      ...options,
    });
    this.#contexts.push(context);
    if (person)
      await context.addCookies(person.cookies.map((one) => ({ ...one, url: this.#origin })));
    const page = await context.newPage();
    this.#complaints.listen(page);
    await page.goto(this.#origin + path);
    return page;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }
}

/** Signs in as people do, by the form. */
export async function signIn(page: Page, { signIn: { email, password } }: Person): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
