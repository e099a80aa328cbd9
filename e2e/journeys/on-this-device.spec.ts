import type { Page } from '@playwright/test';
import { requested } from '../stage/agreed.ts';
import { lightIfWide } from '../stage/axe.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { deliver, subscribesAt, test } from '../stage/pushed.ts';
import { expect } from '../stage/test.ts';

/** What the browser shows for Confab now. */
const shown = async (page: Page) => {
  const [worker] = page.context().serviceWorkers();
  if (!worker) throw new Error('no service worker');
  return worker.evaluate(async () => {
    const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
    const all = await registration.getNotifications();
    return all.map(({ title, body }) => ({ title, body }));
  });
};

test('N1: a device is told what its person has chosen, while Confab is closed', async ({
  server,
  service,
  all,
  open,
}) => {
  const mentor = await open(all.mentor, '/', { permissions: [] });
  const phone = await subscribesAt(mentor, service);
  const unread = mentor.getByRole('checkbox', { name: 'Devices: Messages you have not read' });

  await test.step('who has told the browser no is told so, and asked nothing', async () => {
    await mentor.goto(`${server.origin}/me`);
    await expect(mentor.getByText(/^You have told this browser to show no notices/)).toBeVisible();
    await expect(mentor.getByRole('button', { name: /on this device$/ })).toBeHidden();
    expect(mentor.context().serviceWorkers()).toEqual([]);
  });

  await test.step('turned on by a press; what about is kept', async () => {
    await mentor.context().grantPermissions(['notifications'], { origin: server.origin });
    await mentor.reload();
    await expect(mentor.getByText(/^Turned on, this device shows notices/)).toBeVisible();
    await expect(unread).not.toBeChecked();
    await unread.check();
    await mentor.getByRole('button', { name: 'Show notices on this device' }).click();
    await expect(mentor.getByText('This device shows notices.', { exact: true })).toBeVisible();
    await lightIfWide('me, with a device', mentor);
    await mentor.reload();
    await expect(mentor.getByText('This device shows notices.', { exact: true })).toBeVisible();
    await expect(unread).toBeChecked();
    const { devices } = await all.mentor.know('push.open', {});
    expect(devices).toMatchObject([{ words: 'Chrome on Linux' }]);
  });

  await test.step('a request is pushed, and shown once nobody looks at Confab', async () => {
    const booking = await requested(all, inThreeDays(server.now, 'Asia/Tehran'));
    await expect.poll(() => phone.shown.map(({ about }) => about)).toContain(booking.id);
    const told = phone.shown.find(({ about }) => about === booking.id) ?? {};
    await deliver(mentor, server.origin, told);
    expect(await shown(mentor)).toEqual([]);
    const line = await mentor.context().newPage();
    await line.goto('about:blank');
    await line.bringToFront();
    await mentor.goto('about:blank');
    await deliver(line, server.origin, told);
    await expect
      .poll(() => shown(mentor))
      .toEqual([
        { title: 'Farid asks you for a session', body: expect.stringMatching(/Helsinki/) },
      ]);
    // The same once more takes its own place.
    await deliver(line, server.origin, told);
    await expect.poll(() => shown(mentor)).toHaveLength(1);
    const opened = await mentor
      .context()
      .serviceWorkers()[0]
      ?.evaluate(async () => {
        const scope = self as unknown as {
          registration: ServiceWorkerRegistration;
          clients: { openWindow: (href: string) => Promise<null> };
          NotificationEvent: new (type: string, given: object) => Event;
        };
        const { promise, resolve } = Promise.withResolvers<string>();
        scope.clients.openWindow = (href) => {
          resolve(href);
          return Promise.resolve(null);
        };
        const [notification] = await scope.registration.getNotifications();
        self.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
        return promise;
      });
    expect(opened).toBe(`${server.origin}/sessions/${booking.id}`);
  });

  await test.step('and turned off again', async () => {
    await mentor.goto(`${server.origin}/me`);
    await mentor.getByRole('button', { name: 'Stop on this device' }).click();
    await expect(mentor.getByRole('button', { name: 'Show notices on this device' })).toBeVisible();
    expect((await all.mentor.know('push.open', {})).devices).toEqual([]);
  });
});

/** As an iPhone's browser is while Confab is not on its home screen, and as it is there. */
const asOnIphone = (isOnHomeScreen: boolean): void => {
  Reflect.deleteProperty(window, 'PushManager');
  Object.defineProperty(navigator, 'standalone', { value: isOnHomeScreen });
};

test('N1: where notices need the home screen, the page says how to get there', async ({
  server,
  all,
  open,
}) => {
  const way = /press Share, then Add to Home Screen/;
  for (const isOnHomeScreen of [false, true]) {
    const page = await open(all.mentor, '/');
    await page.addInitScript(asOnIphone, isOnHomeScreen);
    await page.goto(`${server.origin}/me`);
    const said = page.getByText(isOnHomeScreen ? /^This browser cannot show notices/ : way);
    await expect(said).toBeVisible();
    await expect(page.getByRole('button', { name: /on this device$/ })).toBeHidden();
  }
});
