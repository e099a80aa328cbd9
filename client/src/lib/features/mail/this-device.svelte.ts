import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { deviceWords } from './device-words.ts';
import { asBytes, asText, deviceIdOf } from './push-bytes.ts';

/**
 * `none`: the browser cannot. `home`: it can from the home screen only, as on iPhones. `denied`: its person has told it not to.
 * `closed`: nothing is pushed here.
 */
export type DeviceState =
  'looking' | 'none' | 'home' | 'insecure' | 'denied' | 'closed' | 'off' | 'on' | 'busy';

/** The only thing it does is in client/static. */
const worker = '/push-worker.js';

/** Whether this device is told while Confab is closed; asks the browser's leave only when pressed. */
export class ThisDevice {
  #state = $state<DeviceState>('looking');
  #wrong = $state<string | null>(null);
  #id = $state<string | null>(null);
  #key: string | null = null;

  get state(): DeviceState {
    return this.#state;
  }

  get wrong(): string | null {
    return this.#wrong;
  }

  /** What the server calls this device; null: it is not told. */
  get id(): string | null {
    return this.#id;
  }

  /** @param key the server's; null: nothing is pushed here. @param known devices that it tells */
  async look(key: string | null, known: readonly { id: string }[]): Promise<void> {
    const barred = barredBy(key);
    if (barred || key === null) {
      this.#state = barred ?? 'closed';
      return;
    }
    this.#key = key;
    const subscription = await this.#subscription();
    const id = subscription && (await deviceIdOf(subscription.endpoint));
    const told = known.some((one) => one.id === id);
    this.#id = told ? id : null;
    this.#state = told ? 'on' : 'off';
  }

  /** @returns whether this device is told now */
  async turnOn(): Promise<boolean> {
    const key = this.#key;
    if (!key) return false;
    this.#state = 'busy';
    this.#wrong = null;
    if ((await Notification.requestPermission()) !== 'granted') {
      this.#state = Notification.permission === 'denied' ? 'denied' : 'off';
      return false;
    }
    const made = await subscribe(key).catch(() => null);
    if (!made) return this.#fail(m.push_failed());
    const answer = await live.give('push.subscribe', { ...made, words: deviceWords() });
    if (!answer.ok) return this.#fail(sentence(answer));
    this.#id = await deviceIdOf(made.endpoint);
    this.#state = 'on';
    announcer.say(m.push_on_said());
    return true;
  }

  async turnOff(): Promise<void> {
    this.#state = 'busy';
    const deviceId = this.#id;
    // The server first: what the browser still has is nothing to it then.
    const answer = deviceId && (await live.give('push.unsubscribe', { deviceId }));
    if (answer && !answer.ok && answer.code !== 'not-found') {
      this.#state = 'on';
      this.#wrong = sentence(answer);
      return;
    }
    await (await this.#subscription())?.unsubscribe();
    this.#id = null;
    this.#state = 'off';
    announcer.say(m.push_off_said());
  }

  async #subscription(): Promise<PushSubscription | null> {
    const registration = await navigator.serviceWorker.getRegistration('/');
    return (await registration?.pushManager.getSubscription()) ?? null;
  }

  #fail(words: string): false {
    this.#state = 'off';
    this.#wrong = words;
    return false;
  }
}

/** Why this device cannot be told, or null. */
function barredBy(key: string | null): DeviceState | null {
  if (key === null) return 'closed';
  if (!isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    // Only browsers that can put a page on the home screen say that they have not.
    return 'standalone' in navigator && navigator.standalone === false ? 'home' : 'none';
  return Notification.permission === 'denied' ? 'denied' : null;
}

/** @throws what the browser says when it cannot reach its push service */
async function subscribe(key: string) {
  await navigator.serviceWorker.register(worker);
  const { pushManager } = await navigator.serviceWorker.ready;
  const earlier = await pushManager.getSubscription();
  // One made for another installation, or before its secrets were made anew, is of no use.
  if (earlier && asText(earlier.options.applicationServerKey) !== key) await earlier.unsubscribe();
  const made = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: asBytes(key),
  });
  const { endpoint } = made;
  return { endpoint, key: asText(made.getKey('p256dh')), secret: asText(made.getKey('auth')) };
}
