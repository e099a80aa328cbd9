import { newCommandId, type Answer, type FeedEvent } from '@confab/shared/protocol';
import type { Ask, Give } from './call.ts';
import { whoIsHere, type Who } from './who.ts';
import type { Wire } from './wire.ts';

export type ConnectionState =
  'connecting' | 'online' | 'reconnecting' | 'offline' | 'signed-out' | 'old-version';

/** How long an answer may take before the call is made again, in milliseconds. */
const patience = 10_000;
/**
 * How long a call may be without an answer before the line is doubted, and then how long nothing
 * may come over it before it is lost, in milliseconds.
 */
const silence = 4_000;
/** How long a call rests at most before it is made again, in milliseconds. */
const longestRest = 30_000;

type Patient = ReturnType<Wire['timeout']>;

/**
 * The line to the server: whether it holds, and the two ways to call over it.
 * `prepare` runs on every new connection, before the state becomes `online`; `brought` with the
 * events that came with an answer, before that is handed on; `ended` when the session is over.
 */
export class Connection {
  #state = $state<ConnectionState>('connecting');
  #who = $state.raw<Who | null>(null);
  #wire: Wire;
  #prepare: () => Promise<boolean>;
  #brought: (events: FeedEvent[]) => void;
  #ended: () => void;
  #waiting: (() => void)[] = [];
  #resting = new Set<() => void>();
  /** How many calls wait for what the server cannot keep or find at the moment. */
  #stalled = $state(0);
  /** How many packets have come. */
  #heard = 0;
  #doubting = false;

  constructor(
    wire: Wire,
    prepare: () => Promise<boolean>,
    brought: (events: FeedEvent[]) => void,
    ended: () => void,
  ) {
    this.#wire = wire;
    this.#prepare = prepare;
    this.#brought = brought;
    this.#ended = ended;
    wire.on('connect', () => void this.#connected());
    wire.on('disconnect', (reason) => {
      if (this.#over) return;
      this.#lost();
      if (reason === 'io server disconnect') void this.#look();
    });
    wire.on('connect_error', (error) => {
      if (this.#over) return;
      if (error.message === 'signed-out') return this.end('signed-out');
      if (error.message === 'old-version') return this.end('old-version');
      this.#lost();
      void this.#look();
    });
    wire.on('signed-out', () => this.end('signed-out'));
    wire.io.on('packet', () => (this.#heard += 1));
    // Confab may well be reached without the internet: the event is a doubt and no more. engine.io
    // would believe it, and cut each line at once.
    addEventListener(
      'offline',
      (event) => {
        event.stopImmediatePropagation();
        if (this.#state === 'reconnecting') this.#state = 'offline';
        this.#doubt();
      },
      true,
    );
    addEventListener('online', () => {
      if (this.#state === 'offline') this.#state = 'reconnecting';
    });
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Does something wait because the server can keep or find nothing at the moment? */
  get isStalled(): boolean {
    return this.#stalled > 0;
  }

  /** What `GET /api/me` said last; null until it has answered. */
  get who(): Who | null {
    return this.#who;
  }

  /** Asks who is here, and connects if somebody is signed in. */
  async open(): Promise<void> {
    if (this.#wire.connected) return;
    this.#state = 'connecting';
    const who = await whoIsHere();
    if (who) this.#who = who;
    if (who && !who.signedIn) return this.end('signed-out');
    this.#wire.connect();
  }

  /** Closes the line for good, until {@link open}. */
  end(state: 'signed-out' | 'old-version'): void {
    this.#state = state;
    this.#wire.disconnect();
    this.#wake();
    // A call that rests must not go out later, when somebody else may have signed in.
    for (const rise of this.#resting) rise();
    if (state === 'signed-out') this.#ended();
  }

  readonly ask: Ask = async (name, input) =>
    (await this.#call((wire) => wire.emitWithAck('query', name, input))) as never;

  readonly give: Give = async (name, input, commandId = newCommandId(Date.now())) => {
    let late = false;
    const answer = await this.#call((wire) =>
      this.#send(wire, name, commandId, input).catch((error: unknown) => {
        late ||= this.#wire.connected;
        throw error;
      }),
    );
    // What comes with an answer that comes too late is not taken, and does not come again.
    if (late) await this.#prepare();
    return answer as never;
  };

  #send(wire: Patient, name: string, id: string, input: unknown): Promise<Answer<unknown>> {
    return new Promise((resolve, reject) => {
      wire.emit('command', name, id, input, (lost, answer, events) => {
        if (lost) return reject(lost);
        if (events) this.#brought(events);
        resolve(answer);
      });
    });
  }

  async #call(send: (wire: Patient) => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    let stalled = false;
    const stall = (is: boolean) => {
      this.#stalled += Number(is) - Number(stalled);
      stalled = is;
    };
    try {
      for (;;) {
        await this.#held();
        if (this.#over) return this.#refused();
        const answer = await this.#answered(send);
        const wait = answer && this.#waitAfter(answer);
        if (answer && wait === null) return answer;
        stall(answer?.ok === false && answer.code === 'unavailable');
        if (wait) await this.#rest(wait);
      }
    } finally {
      stall(false);
    }
  }

  /**
   * Null when the line broke before the answer. Reading again is harmless, and a command's id makes a
   * repeat have one effect.
   */
  async #answered(
    send: (wire: Patient) => Promise<Answer<unknown>>,
  ): Promise<Answer<unknown> | null> {
    const doubt = setTimeout(() => this.#doubt(), silence);
    try {
      return await send(this.#wire.timeout(patience));
    } catch {
      return null;
    } finally {
      clearTimeout(doubt);
    }
  }

  get #over(): boolean {
    return this.#state === 'signed-out' || this.#state === 'old-version';
  }

  #refused() {
    const code = this.#state === 'old-version' ? 'old-version' : 'signed-out';
    return { ok: false, code } as const;
  }

  /**
   * Milliseconds until the call is to be made again; null when this is its answer. Ends the line
   * where the answer says so.
   */
  #waitAfter(answer: Answer<unknown>): number | null {
    if (answer.ok) return null;
    if (answer.code === 'signed-out' || answer.code === 'old-version') this.end(answer.code);
    if (answer.code === 'unavailable') return 1_000;
    if (answer.code === 'too-many') return Math.min(answer.retryAfterMs, longestRest);
    return null;
  }

  async #connected(): Promise<void> {
    this.#wake();
    if ((await this.#prepare()) && this.#wire.connected) this.#state = 'online';
  }

  /**
   * Asks once more; a line over which nothing comes then is cut, and opened anew. However many wait,
   * one asks, for a server may be slow because it has much to do.
   */
  #doubt(): void {
    if (!this.#wire.connected || this.#doubting) return;
    this.#doubting = true;
    const { engine } = this.#wire.io;
    const heard = this.#heard;
    setTimeout(() => {
      if (this.#heard === heard) engine.close();
    }, silence);
    void this.#prepare().finally(() => (this.#doubting = false));
  }

  #lost(): void {
    this.#state = navigator.onLine ? 'reconnecting' : 'offline';
  }

  /** A refused line may mean that the session has ended, or that the server is starting. */
  async #look(): Promise<void> {
    const who = await whoIsHere();
    if (who) this.#who = who;
    if (this.#over) return;
    if (who && !who.signedIn) return this.end('signed-out');
    if (!this.#wire.active) {
      await this.#rest(1_000);
      if (!this.#over) this.#wire.connect();
    }
  }

  /** Resolves when the wire is connected, or the line has ended. */
  #held(): Promise<void> | undefined {
    if (this.#wire.connected || this.#over) return undefined;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Resolves after that long, or when the line has ended. */
  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const rise = () => {
        clearTimeout(timer);
        this.#resting.delete(rise);
        resolve();
      };
      const timer = setTimeout(rise, ms);
      this.#resting.add(rise);
    });
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
