import type { PushChoices, PushTopic } from '@confab/shared';
import type { PushDevice } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { ThisDevice } from './this-device.svelte.ts';

interface Open {
  key: string | null;
  devices: PushDevice[];
  choices: PushChoices;
}

/** What a person's devices are told of, and which; a change is kept at once. */
export class OwnPush {
  readonly device = new ThisDevice();
  #open = $state.raw<Open | null>(null);
  #wrong = $state<string | null>(null);

  constructor() {
    void this.#fetch().then(() => {
      if (this.#open) void this.device.look(this.#open.key, this.#open.devices);
    });
  }

  /** Null until it has come. */
  get open(): Open | null {
    return this.#open;
  }

  get wrong(): string | null {
    return this.#wrong ?? this.device.wrong;
  }

  /** All but the one at hand. */
  readonly others: PushDevice[] = $derived(
    (this.#open?.devices ?? []).filter(({ id }) => id !== this.device.id),
  );

  async choose(topic: PushTopic, told: boolean): Promise<void> {
    if (!this.#open) return;
    const choices = { ...this.#open.choices, [topic]: told };
    this.#open = { ...this.#open, choices };
    const answer = await live.give('push.choose', choices);
    this.#wrong = answer.ok ? null : sentence(answer);
    if (answer.ok) announcer.say(m.mail_saved());
  }

  async turnOn(): Promise<void> {
    if (await this.device.turnOn()) await this.#fetch();
  }

  async turnOff(): Promise<void> {
    await this.device.turnOff();
    await this.#fetch();
  }

  async stop(deviceId: string): Promise<void> {
    const answer = await live.give('push.unsubscribe', { deviceId });
    this.#wrong = answer.ok || answer.code === 'not-found' ? null : sentence(answer);
    await this.#fetch();
  }

  async #fetch(): Promise<void> {
    const answer = await live.ask('push.open', {});
    if (answer.ok) this.#open = answer.value;
    else this.#wrong = sentence(answer);
  }
}
