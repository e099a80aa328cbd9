import { randomUUID } from 'node:crypto';
import {
  protocolVersion,
  type Answer,
  type ClientToServer,
  type FeedEvent,
  type QueryValue,
  type ServerToClient,
} from '@confab/shared/protocol';
import { Manager, type Socket } from 'socket.io-client';
import { comingBack } from '../../client/src/lib/live/coming-back.ts';
import type { Townsman } from '../town/town.ts';

/** How a window came back, instants in milliseconds since the epoch. */
export interface Return {
  lostAt: number;
  /** When it knew again all that there is. */
  backAt: number;
  /** Lines that it tried to open. */
  tries: number;
  /** Times that it asked who is signed in. */
  looks: number;
  /** What it was told: that nothing new is there, what it missed, or everything. */
  told: 'nothing' | 'events' | 'snapshot';
  events: number;
  /** Bytes of everything that the line brought until then. */
  bytes: number;
}

const now = (): number => performance.timeOrigin + performance.now();
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Somebody's window, which keeps and mends its line as the page does
 * (client/src/lib/live/connection.svelte.ts) and stands somewhere in its person's feed.
 */
export class Window {
  readonly #origin: string;
  readonly #person: Townsman;
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  #seq: number | null = null;
  #bytes = 0;
  #return: Return | null = null;
  #resumed: (() => void) | null = null;
  #came: ((how: Return) => void) | null = null;
  /** Written while the line was lost, and sent when it is back. */
  waiting: string | null = null;
  /** Why calls were refused, for the report. */
  readonly refused: string[] = [];

  constructor(origin: string, person: Townsman) {
    this.#origin = origin;
    this.#person = person;
    const { cookie } = person;
    const manager = new Manager(origin, {
      transports: ['websocket'],
      autoConnect: false,
      extraHeaders: { origin, cookie },
      ...comingBack,
    });
    this.#socket = manager.socket('/', { auth: { id: person.id } });
    manager.on('open', () => {
      this.#bytes = 0;
      manager.engine.on('data', (data: string) => (this.#bytes += Buffer.byteLength(data)));
    });
    manager.on('reconnect_attempt', () => {
      if (this.#return) this.#return.tries++;
    });
    this.#socket.on('feed', (events) => {
      this.#take(events);
    });
    this.#socket.on('connect', () => void this.#resume());
    this.#socket.on('disconnect', (reason) => {
      this.#lost();
      if (reason === 'io server disconnect') void this.#look();
    });
    this.#socket.on('connect_error', () => void this.#look());
  }

  /** Resolves when it knows all that there is. */
  open(): Promise<void> {
    return new Promise((resolve) => {
      this.#resumed = resolve;
      this.#socket.connect();
    });
  }

  /** Forgets what it knew, as a page that is loaded anew. */
  forget(): void {
    this.#seq = null;
  }

  /** Resolves when the line is lost and back, and all is known again. */
  comesBack(): Promise<Return> {
    return new Promise((resolve) => (this.#came = resolve));
  }

  close(): void {
    this.#socket.disconnect();
  }

  #lost(): void {
    if (!this.#came) return;
    const nothing = {
      backAt: 0,
      tries: 0,
      looks: 0,
      told: 'nothing',
      events: 0,
      bytes: 0,
    } as const;
    this.#return ??= { lostAt: now(), ...nothing };
  }

  async #resume(): Promise<void> {
    while (this.#socket.connected) {
      const answer = await this.#call('live.resume', {
        protocol: protocolVersion,
        after: this.#seq,
      });
      if (answer === null) return;
      if (!answer.ok) {
        this.refused.push(answer.code);
        await rest('retryAfterMs' in answer ? answer.retryAfterMs : 1_000);
        continue;
      }
      const value = answer.value as QueryValue<'live.resume'>;
      const back = this.#return;
      if ('snapshot' in value) this.#seq = value.snapshot.seq;
      else this.#seq = value.events.at(-1)?.seq ?? this.#seq;
      if (back && 'snapshot' in value) back.told = 'snapshot';
      else if (back && 'events' in value && value.events.length > 0) {
        back.told = 'events';
        back.events += value.events.length;
      }
      if ('events' in value && value.more) continue;
      this.#resumed?.();
      this.#resumed = null;
      if (back) {
        this.#came?.({ ...back, backAt: now(), bytes: this.#bytes });
        this.#return = this.#came = null;
      }
      if (this.waiting !== null) void this.#write(this.waiting);
      this.waiting = null;
      return;
    }
  }

  /** @returns null when the line broke before the answer: it is asked again on the next one */
  #call(name: string, input: unknown): Promise<Answer<unknown> | null> {
    return this.#socket
      .timeout(10_000)
      .emitWithAck('query', name, input)
      .catch(() => null);
  }

  async #write(text: string): Promise<void> {
    const input = { to: this.#person.other, text };
    const said = await new Promise<Answer<unknown> | null>((resolve) => {
      this.#socket
        .timeout(10_000)
        .emit('command', 'chat.send', randomUUID(), input, (lost, answer, events = []) => {
          this.#take(events);
          resolve(lost ? null : answer);
        });
    });
    if (said && !said.ok) this.refused.push(said.code);
  }

  #take(events: readonly FeedEvent[]): void {
    for (const { seq } of events) if (seq === (this.#seq ?? 0) + 1) this.#seq = seq;
  }

  async #look(): Promise<void> {
    if (this.#return) this.#return.looks++;
    const { cookie } = this.#person;
    await fetch(`${this.#origin}/api/me`, { headers: { cookie } }).catch(() => null);
    if (this.#socket.active) return;
    await rest(1_000);
    this.#socket.connect();
  }
}
