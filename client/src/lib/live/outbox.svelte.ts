import { newCommandId } from '@confab/shared/protocol';
import type { Give } from './call.ts';
import { drop, dropAll, keep, keptMessages, type KeptMessage } from './kept-message.ts';

/**
 * Messages on their way. Each is kept on this device until the server has acknowledged it, and is
 * sent in the order of writing under its own id: later, once, whatever happens between. @see C2
 */
export class Outbox {
  #kept = $state.raw<KeptMessage[]>([]);
  /** Acknowledged ones that the feed has not brought yet: they stay in sight meanwhile. */
  #sent = $state.raw<{ message: KeptMessage; seq: number }[]>([]);
  #person: string | null = null;
  #give: Give;
  #lastSeq: (personId: string) => number;
  #sending = false;

  /** @param lastSeq how far the conversation with a person is known here */
  constructor(give: Give, lastSeq: (personId: string) => number) {
    this.#give = give;
    this.#lastSeq = lastSeq;
    addEventListener('storage', () => this.#read());
  }

  /** From now on it holds this person's messages, and sends what was left. */
  open(personId: string): void {
    this.#person = personId;
    this.#read();
    void this.#send();
  }

  close(): void {
    this.#person = null;
    this.#kept = [];
    this.#sent = [];
  }

  /** How many messages the server has not taken. */
  get unsent(): number {
    return this.#kept.length;
  }

  /** Messages to that person which the conversation does not hold yet, oldest first. */
  to(personId: string): KeptMessage[] {
    const known = this.#lastSeq(personId);
    const sent = this.#sent.filter(({ seq }) => seq > known).map(({ message }) => message);
    return [...sent, ...this.#kept].filter((message) => message.to === personId);
  }

  /** Keeps the message and sends it as soon as the line holds. @returns its id */
  write(to: string, text: string): string {
    const person = this.#person;
    if (!person) throw new Error('the outbox is closed');
    const last = this.#kept.at(-1)?.writtenAt ?? 0;
    const writtenAt = Math.max(Date.now(), last + 1);
    const message = { id: newCommandId(writtenAt), to, text, writtenAt };
    keep(person, message);
    this.#read();
    void this.#send();
    return message.id;
  }

  /** Tries a refused message again, under the same id. */
  retry(id: string): void {
    const message = this.#kept.find((one) => one.id === id);
    if (!this.#person || !message) return;
    keep(this.#person, { ...message, refused: undefined });
    this.#read();
    void this.#send();
  }

  /** Gives up a refused message. */
  discard(id: string): void {
    if (this.#person) drop(this.#person, id);
    this.#read();
  }

  /** Gives up everything that this person has not sent from this device. */
  discardAll(personId: string): void {
    dropAll(personId);
    this.#read();
  }

  #acknowledged(person: string, message: KeptMessage, seq: number): void {
    drop(person, message.id);
    const coming = this.#sent.filter((one) => one.seq > this.#lastSeq(one.message.to));
    this.#sent = [...coming, { message, seq }];
  }

  #read(): void {
    this.#kept = this.#person ? keptMessages(this.#person) : [];
  }

  /** One at a time, so that they arrive in the order of writing. */
  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (;;) {
      const person = this.#person;
      const next = this.#kept.find((message) => !message.refused);
      if (!person || !next) break;
      const answer = await this.#give('chat.send', { to: next.to, text: next.text }, next.id);
      if (answer.ok) this.#acknowledged(person, next, answer.value.seq);
      else if (answer.code === 'signed-out' || answer.code === 'old-version') break;
      else keep(person, { ...next, refused: answer.code });
      this.#read();
    }
    this.#sending = false;
  }
}
