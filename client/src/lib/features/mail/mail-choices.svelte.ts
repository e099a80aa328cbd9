import { mailTopics, type MailChoice, type MailChoices, type MailTopic } from '@confab/shared';
import { isManaging } from '#lib/features/programs/managing.ts';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import { sentence } from '#lib/ui/sentence.ts';

const topicWords: Record<MailTopic, () => string> = {
  answers: m.mail_answers,
  changes: m.mail_changes,
  reminders: m.mail_reminders,
  afterwards: m.mail_afterwards,
  cases: m.mail_cases,
  messages: m.mail_messages,
  calendar: m.mail_calendar,
};

const choiceWords: Record<MailChoice, () => string> = {
  'at-once': m.mail_at_once,
  daily: m.mail_daily,
  off: m.mail_off,
};

/** Cases are told of to whoever manages something. */
const concernsOne = (topic: MailTopic): boolean =>
  topic !== 'cases' || (live.me?.memberships.some(isManaging) ?? false);

interface Open {
  sends: boolean;
  address: string;
  choices: MailChoices;
}

/** What a person is mailed about; a change is kept at once. */
export class OwnMail {
  #open = $state.raw<Open | null>(null);
  #wrong = $state<string | null>(null);

  constructor() {
    void live.ask('mail.open', {}).then((answer) => {
      if (answer.ok) this.#open = answer.value;
      else this.#wrong = sentence(answer);
    });
  }

  /** Null until it has come. */
  get open(): Open | null {
    return this.#open;
  }

  get wrong(): string | null {
    return this.#wrong;
  }

  /** Each topic with what can be chosen for it. */
  readonly topics = $derived(
    (Object.keys(mailTopics) as MailTopic[]).filter(concernsOne).map((topic) => ({
      topic,
      label: topicWords[topic](),
      choices: mailTopics[topic].map((value) => ({ value, label: choiceWords[value]() })),
    })),
  );

  async choose(topic: MailTopic, choice: string): Promise<void> {
    if (!this.#open) return;
    const choices = { ...this.#open.choices, [topic]: choice };
    this.#open = { ...this.#open, choices };
    const answer = await live.give('mail.choose', choices);
    this.#wrong = answer.ok ? null : sentence(answer);
    if (answer.ok) announcer.say(m.mail_saved());
  }
}
