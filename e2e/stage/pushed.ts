import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { certificate } from '../../server/test/config/certificate.ts';
import { Browser } from '../../server/test/push/browser.ts';
import { PushService } from '../../server/test/push/push-service.ts';
import { newDatabase } from '../../server/test/postgres/new-database.ts';
import { StageServer } from './server.ts';
import { test as base } from './test.ts';

/** A journey in which devices are told, by a real push service of the test's own. */
export const test = base.extend<{ service: PushService }>({
  service: async ({ browserName: _ }, use) => {
    await using service = new PushService();
    await service.up();
    await use(service);
  },
  server: async ({ cluster, service }, use) => {
    const databaseUrl = cluster && (await newDatabase(cluster.url('postgres')));
    const folder = mkdtempSync(join(tmpdir(), 'confab-push-'));
    const NODE_EXTRA_CA_CERTS = join(folder, 'certificate.pem');
    writeFileSync(NODE_EXTRA_CA_CERTS, certificate.cert);
    const told = { PUSH_SERVICES: service.host, NODE_EXTRA_CA_CERTS };
    await using server = await StageServer.start('serve', databaseUrl, false, told);
    await use(server);
    rmSync(folder, { recursive: true });
  },
});

/**
 * Lets the page's browser subscribe at the test's push service: Chromium's own is its maker's. All
 * else, its leave and its service worker, is the browser's.
 */
export async function subscribesAt(page: Page, service: PushService): Promise<Browser> {
  const browser = new Browser(service, 'phone');
  await page.addInitScript(({ endpoint, key, secret }) => {
    const bytes = (text: string) =>
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
        sign.charCodeAt(0),
      ).buffer;
    const made = {
      endpoint,
      options: { applicationServerKey: null as BufferSource | string | null },
      getKey: (name: string) => bytes(name === 'p256dh' ? key : secret),
      unsubscribe: () => {
        localStorage.removeItem('test.subscribed');
        return Promise.resolve(true);
      },
    };
    const is = () => localStorage.getItem('test.subscribed') !== null;
    Object.assign(PushManager.prototype, {
      getSubscription: () => Promise.resolve(is() ? made : null),
      subscribe: ({ applicationServerKey = null }: PushSubscriptionOptionsInit) => {
        made.options.applicationServerKey = applicationServerKey;
        localStorage.setItem('test.subscribed', 'yes');
        return Promise.resolve(made);
      },
    });
  }, browser.subscription);
  return browser;
}

/** Hands a payload to the page's service worker, as the browser does when its push service sends. */
export async function deliver(page: Page, origin: string, payload: object): Promise<void> {
  const line = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations;
      if (one) resolve(one.registrationId);
    });
  });
  await line.send('ServiceWorker.enable');
  const registrationId = await registered;
  const data = JSON.stringify(payload);
  await line.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  await line.detach();
}
