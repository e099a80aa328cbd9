import type { Answer } from '@confab/shared/protocol';
import type { Wire } from './wire.ts';

type Listener = (...values: never[]) => void;

/** A line whose far end is the test: it answers calls, pushes events, and breaks when told. */
export class FakeWire {
  connected = false;
  active = true;
  readonly calls: { kind: string; name: string; commandId: string | null; input: unknown }[] = [];
  answer: (name: string, input: unknown) => Answer<unknown> = () => ({ ok: true, value: null });
  #listeners = new Map<string, Listener[]>();
  #lost: ((error: Error) => void)[] = [];
  #silent = false;

  /** As the code under test sees it. */
  get wire(): Wire {
    return this as unknown as Wire;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  timeout(): this {
    return this;
  }

  connect(): void {
    this.connected = true;
    this.emitted('connect');
  }

  disconnect(): void {
    this.connected = false;
  }

  /** From now on calls arrive, and their answers are lost with the line. */
  silence(): void {
    this.#silent = true;
  }

  /** The line breaks: every call under way is without an answer. */
  break(): void {
    this.connected = false;
    this.#silent = false;
    for (const lose of this.#lost.splice(0)) lose(new Error('socket has been disconnected'));
    this.emitted('disconnect', 'transport close');
  }

  /** The server says something. */
  emitted(event: string, ...values: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(values as never[]));
  }

  emitWithAck(kind: string, name: string, ...rest: unknown[]): Promise<Answer<unknown>> {
    const commandId = kind === 'command' ? String(rest[0]) : null;
    const input = kind === 'command' ? rest[1] : rest[0];
    this.calls.push({ kind, name, commandId, input });
    if (this.#silent) return new Promise((_, reject) => this.#lost.push(reject));
    return Promise.resolve(this.answer(name, input));
  }
}
