// Shows what the server tells this device while Confab is closed, and opens its page. Nothing else:
// no page or file is kept here. See lib/features/mail/this-device.svelte.ts.
/* global self, clients */

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const windows = () => clients.matchAll({ type: 'window', includeUncontrolled: true });

/** Whoever looks at Confab on this device sees it there. */
const isLookedAt = async () =>
  (await windows()).some(
    ({ focused, visibilityState }) => focused && visibilityState === 'visible',
  );

/** Safari takes it for a fault when a push shows nothing. */
const mustShow = async () => {
  const subscription = await self.registration.pushManager.getSubscription();
  return subscription !== null && new URL(subscription.endpoint).host.endsWith('.push.apple.com');
};

async function show({ id, title, body, path, about, language }) {
  if ((await isLookedAt()) && !(await mustShow())) return;
  // The same once more, after trouble on the way: it takes its own place, without a sound.
  const shown = await self.registration.getNotifications({ tag: about });
  await self.registration.showNotification(title, {
    body,
    tag: about,
    renotify: !shown.some(({ data }) => data?.id === id),
    lang: language,
    icon: '/icon-192.png',
    data: { id, path },
  });
}

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data.json()));
});

/** A window that shows it comes to the front; no other is taken from what somebody does in it. */
async function open(path) {
  const { href, origin } = new URL(path, self.location.origin);
  if (origin !== self.location.origin) return;
  const there = (await windows()).find(({ url }) => url === href);
  await (there ? there.focus() : clients.openWindow(href));
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});
