import type { Answer, FeedEvent } from '@confab/shared/protocol';
import type { Wire } from './wire.ts';

type Listener = (...values: never[]) => void;
type Answered = (lost: Error | null, answer?: Answer<unknown>, events?: FeedEvent[]) => void;

/** A line whose far end is the test: it answers calls, pushes events, and breaks when told. */
export class FakeWire {
  connected = false;
  active = true;
  readonly calls: { kind: string; name: string; commandId: string | null; input: unknown }[] = [];
  answer: (name: string, input: unknown) => Answer<unknown> = () => ({ ok: true, value: null });
  /** The events that come with the answer to a command. */
  brought: (name: string) => FeedEvent[] | undefined = () => undefined;
  /** Under this socket: what comes is counted here, and a line that says nothing is cut. */
  readonly io = {
    on: (_: 'packet', listener: Listener) => this.on('packet', listener),
    engine: { close: () => this.break() },
  };
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
    this.#tell('disconnect', 'transport close');
  }

  /** Every call under way has waited too long for its answer, on a line that holds. */
  tire(): void {
    this.#silent = false;
    for (const lose of this.#lost.splice(0)) lose(new Error('operation has timed out'));
  }

  /** The server says something. */
  emitted(event: string, ...values: unknown[]): void {
    this.#tell('packet');
    this.#tell(event, ...values);
  }

  #tell(event: string, ...values: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(values as never[]));
  }

  emitWithAck(kind: 'query', name: string, input: unknown): Promise<Answer<unknown>> {
    this.calls.push({ kind, name, commandId: null, input });
    if (this.#silent) return new Promise((_, reject) => this.#lost.push(reject));
    this.#tell('packet');
    return Promise.resolve(this.answer(name, input));
  }

  emit(kind: 'command', name: string, commandId: string, input: unknown, answered: Answered): void {
    this.calls.push({ kind, name, commandId, input });
    if (this.#silent) return void this.#lost.push(answered);
    this.#tell('packet');
    answered(null, this.answer(name, input), this.brought(name));
  }
}
