import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import {
  controlPath,
  controlProtocol,
  fromNode,
  isProof,
  orderAnswer,
  prepareAnswer,
  prove,
  toText,
  type Attendance,
  type ControlOrder,
  type ControlRefusal,
  type Instant,
  type MediaControl,
  type NodeStatus,
  type NodeToServer,
  type OrderOutcome,
  type OrderWire,
  type Preparation,
  type Prepared,
  type RoomEnd,
  type Seating,
  type SeatingAnswer,
  type ServerToNode,
} from '@confab/shared';
import * as v from 'valibot';
import type { Logger } from 'pino';
import { KeptOrders } from './kept-orders.ts';
import type { MediaLine } from './line.ts';

export interface NodeLineOptions {
  /** Where the node listens, as the server reaches it. */
  url: string;
  controlKey: string;
  clock: () => Instant;
  /** The addresses of our pages: only they may connect to the node. */
  origins: () => readonly string[];
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Milliseconds within which an order is answered. */
const patience = 5000;
/** Milliseconds after which the node is told the time again. */
const clockInterval = 5000;
/** Tries after which it is worth a line that the node is not there: it may just be starting. */
const fewTries = 5;
/** Milliseconds before the next try after a refusal: somebody has to mend something first. */
const afterRefusal = 5000;

/** The control interface of a media node in another process, over a socket that the server opens. */
export class NodeLine implements MediaLine {
  #options: NodeLineOptions;
  #socket: Socket<NodeToServer, ServerToNode>;
  #nonce = '';
  /** The node has the key; it takes orders once it knows that we have it. */
  #proved = false;
  #greeted = false;
  /** What the log said last, so that it says it once. */
  #said = '';
  #misses = 0;
  #trouble: MediaLine['trouble'] = 'unreachable';
  /** Told before the answer to the greeting was. */
  #early: NodeStatus | null = null;
  #kept = new KeptOrders();
  #tellStatus: (status: NodeStatus | null) => void = () => undefined;
  #decideSeating: (seating: Seating) => Promise<SeatingAnswer> = () => Promise.resolve('free');
  #keepAttendance: ((event: Attendance) => Promise<void>) | null = null;
  #clock: NodeJS.Timeout;
  #again: NodeJS.Timeout | undefined;

  constructor(options: NodeLineOptions) {
    this.#options = options;
    this.#socket = io(options.url, {
      path: controlPath,
      transports: ['websocket'],
      forceNew: true,
      autoConnect: false,
      reconnectionDelay: 200,
      reconnectionDelayMax: 2000,
      auth: (give) => {
        this.#nonce = randomBytes(24).toString('hex');
        give({ protocol: controlProtocol, nonce: this.#nonce });
      },
    });
    this.#socket.on('challenge', (nonce, proof, answer) => void this.#meet(nonce, proof, answer));
    this.#socket.on('trusted', () => void this.#greet());
    this.#socket.on('wrong-key', () => this.#wrongKey());
    this.#socket.on('status', (said) => this.#heard(said));
    this.#socket.on('attendance', (said, answer) => void this.#attended(said, answer));
    this.#socket.on('seating', (said, answer) => void this.#asked(said, answer));
    this.#socket.on('disconnect', () => this.#lost());
    this.#socket.on('connect_error', (error) => this.#notConnected(error));
    this.#clock = setInterval(() => this.tellTime(), clockInterval);
    this.#socket.connect();
  }

  get trouble(): MediaLine['trouble'] {
    return this.#trouble;
  }

  open(room: { roomId: string; epoch: number; closesAt: Instant }): Promise<OrderOutcome> {
    return this.#order('open', { ...room, closesAt: toText(room.closesAt) });
  }

  /** A wish and no more: a node that does not know it, or has no answer, is not asked again. */
  async prepare(order: Preparation): Promise<Prepared | null> {
    if (!this.#greeted) return null;
    const answer = v.safeParse(prepareAnswer, await this.#ask('prepare', order));
    return answer.success ? answer.output : null;
  }

  extend(room: { roomId: string; epoch: number; closesAt: Instant }): Promise<OrderOutcome> {
    return this.#orderOnce('extend', { ...room, closesAt: toText(room.closesAt) });
  }

  close(room: { roomId: string; epoch: number; reason: RoomEnd }): Promise<OrderOutcome> {
    return this.#orderOnce('close', room);
  }

  release(room: { roomId: string; epoch: number }): Promise<OrderOutcome> {
    return this.#order('release', room);
  }

  evict(seat: Parameters<MediaControl['evict']>[0]): Promise<OrderOutcome> {
    return this.#orderOnce('evict', seat);
  }

  moveOn(person: { personId: string; roomId: string }): Promise<OrderOutcome> {
    return this.#order('move-on', person);
  }

  drain(): Promise<OrderOutcome> {
    return this.#order('drain', {});
  }

  onAttendance(listener: (event: Attendance) => Promise<void>): void {
    this.#keepAttendance = listener;
  }

  onSeating(listener: (seating: Seating) => Promise<SeatingAnswer>): void {
    this.#decideSeating = listener;
  }

  onStatus(listener: (status: NodeStatus | null) => void): void {
    this.#tellStatus = listener;
  }

  /** The server's clock was set, or simply ran on. */
  tellTime(): void {
    if (this.#greeted) void this.#order('clock', { now: toText(this.#options.clock()) });
  }

  [Symbol.dispose](): void {
    clearInterval(this.#clock);
    clearTimeout(this.#again);
    this.#socket.off();
    this.#socket.disconnect();
  }

  /** Whoever asks for a proof has to give its own; nothing else is said before that. */
  async #meet(nonce: unknown, proof: unknown, answer: (proof: string) => void): Promise<void> {
    const { controlKey } = this.#options;
    const nonces = { server: this.#nonce, node: typeof nonce === 'string' ? nonce : '' };
    this.#proved = await isProof(proof, controlKey, 'node', nonces);
    if (this.#proved) return answer(await prove(controlKey, 'server', nonces));
    answer('');
    this.#wrongKey();
  }

  async #greet(): Promise<void> {
    if (!this.#proved) return;
    const { clock, origins, url } = this.#options;
    const greeting = { now: toText(clock()), origins: [...origins()] };
    const outcome = await this.#send('greet', greeting);
    if (outcome !== 'done') return;
    this.#greeted = true;
    this.#trouble = null;
    this.#misses = 0;
    this.#say('info', 'connected', { node: url }, 'the media node is connected');
    for (const { name, input } of this.#kept.all) void this.#orderOnce(name, input);
    if (this.#early) this.#tellStatus(this.#early);
    this.#early = null;
  }

  #heard(said: unknown): void {
    const status = v.safeParse(fromNode.status, said);
    if (!status.success) return;
    if (this.#greeted) this.#tellStatus(status.output);
    else this.#early = status.output;
  }

  async #asked(said: unknown, answer: (answer: SeatingAnswer) => void): Promise<void> {
    const seating = v.safeParse(fromNode.seating, said);
    answer(seating.success ? await this.#decideSeating(seating.output) : 'free');
  }

  async #attended(said: unknown, answer: (kept: boolean) => void): Promise<void> {
    const event = v.safeParse(fromNode.attendance, said);
    if (!event.success || !this.#keepAttendance) return answer(false);
    try {
      await this.#keepAttendance(event.output);
      answer(true);
    } catch (error) {
      this.#options.log.error({ err: error }, 'attendance could not be kept; it is told again');
      answer(false);
    }
  }

  #lost(): void {
    const { log, url } = this.#options;
    this.#early = null;
    this.#proved = false;
    if (this.#greeted) {
      log.warn({ node: url }, 'the line to the media node is lost');
      this.#said = '';
      this.#greeted = false;
      this.#trouble = 'unreachable';
      this.#tellStatus(null);
    }
    if (!this.#socket.active) this.#tryAgain();
  }

  #notConnected(error: Error & { data?: ControlRefusal }): void {
    const { url } = this.#options;
    if (error.data?.code === 'other-protocol') {
      this.#trouble = 'other-version';
      const versions = { node: url, theirs: error.data.speaks, ours: controlProtocol };
      const says =
        'the media node speaks another version: bring server and node to the same version';
      this.#say('error', 'version', versions, says);
    } else {
      this.#trouble = 'unreachable';
      const says =
        'the media node cannot be reached: see that it runs, and that the address is right';
      this.#misses += 1;
      if (this.#misses >= fewTries)
        this.#say('warn', 'unreachable', { node: url, error: error.message }, says);
    }
    if (!this.#socket.active) this.#tryAgain();
  }

  #wrongKey(): void {
    const { url } = this.#options;
    this.#trouble = 'wrong-key';
    const says =
      'the media node has another control key: give it a copy of media-keys.json from the data folder (MEDIA_KEYS there) and start it again';
    this.#say('error', 'key', { node: url }, says);
    // The node has something to write into its log, too: it ends the line after that.
  }

  #tryAgain(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.#socket.connect(), afterRefusal);
  }

  #say(level: 'info' | 'warn' | 'error', what: string, fields: object, text: string): void {
    if (this.#said === what) return;
    this.#said = what;
    this.#options.log[level](fields, text);
  }

  /** One that the node has to hear, however late: kept until it has answered. */
  async #orderOnce<Name extends 'close' | 'extend' | 'evict'>(
    name: Name,
    input: OrderWire<Name>,
  ): Promise<OrderOutcome> {
    const done = this.#kept.keep(name, input);
    const outcome = await this.#order(name, input);
    if (outcome !== 'unreachable') done();
    return outcome;
  }

  async #order<Name extends ControlOrder>(
    name: Name,
    input: OrderWire<Name>,
  ): Promise<OrderOutcome> {
    return this.#greeted ? this.#send(name, input) : 'unreachable';
  }

  async #send<Name extends ControlOrder>(
    name: Name,
    input: OrderWire<Name>,
  ): Promise<OrderOutcome> {
    const answer = v.safeParse(orderAnswer, await this.#ask(name, input));
    if (!answer.success) return 'unreachable';
    if (answer.output !== 'malformed') return answer.output;
    throw new Error(`The media node does not understand the order ${name}`);
  }

  /** What the node says to it, unchecked; null when it says nothing. */
  async #ask<Name extends ControlOrder>(name: Name, input: OrderWire<Name>): Promise<unknown> {
    if (!this.#socket.connected) return null;
    return this.#socket
      .timeout(patience)
      .emitWithAck('order', name, input)
      .catch(() => null);
  }
}
