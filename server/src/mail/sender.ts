import type { Logger } from 'pino';
import type { Instant } from '@confab/shared';
import type { Tx } from '../db/database.ts';
import type { Store } from '../db/store.ts';
import { StoreUnavailable } from '../db/unavailable.ts';
import { mostAttempts, untilBack, untilNext } from './backoff.ts';
import type { Composed, Letter } from './letter.ts';
import { again, claim, end } from './outbox.ts';
import type { Transport } from './transport.ts';
import { verdictOn } from './verdict.ts';

export interface SenderParts {
  store: Store;
  clock: () => Instant;
  transport: Transport;
  /** The letter in words, as things are now; null: there is nothing to say any more. @see N2 */
  compose: (tx: Tx, letter: Letter, now: Instant) => Promise<Composed | null>;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Told how each attempt ended. */
  counted: (outcome: 'sent' | 'dropped' | 'later' | 'dead' | 'away') => void;
  failed: (error: unknown) => void;
  chance?: () => number;
}

export interface Sender extends AsyncDisposable {
  /** There may be something to send. */
  wake(): void;
}

/** Milliseconds between two looks into the outbox, for what others have put there. */
const lookEvery = 2_000;
/** Letters under way at once. */
const lanes = 2;

/**
 * Works through the outbox while it runs. A letter is the mail server's once that has taken it;
 * should this process die between that and writing it down, the letter goes out a second time,
 * under the same Message-ID.
 */
export function startSender(parts: SenderParts): Sender {
  const { store, clock, transport, compose, log, counted } = parts;
  const chance = parts.chance ?? Math.random;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let woken = false;
  /** How often in a row the mail server was away. */
  let failures = 0;
  let resting = false;
  const goesOn = () => !stopped && !resting;

  const send = async (letter: Letter): Promise<void> => {
    const composed = await store.read((tx) => compose(tx, letter, clock()));
    const close = (state: 'sent' | 'dropped' | 'dead', fault: string | null = null) => {
      counted(state);
      return store.write((tx) => end(tx, letter.id, state, fault, clock()));
    };
    if (!composed) return close('dropped');
    try {
      await transport.send(letter.id, composed);
    } catch (error) {
      return goneWrong(letter, error, close);
    }
    if (failures > 0) log.info('The mail server answers again');
    failures = 0;
    await close('sent');
  };

  const goneWrong = async (
    letter: Letter,
    error: unknown,
    close: (state: 'dead', fault: string) => Promise<void>,
  ): Promise<void> => {
    const { means, fault } = verdictOn(error);
    const tried = { letter: letter.id, kind: letter.kind, attempts: letter.attempts, fault };
    if (means === 'away') {
      if (failures++ === 0) log.error({ fault }, serverAway);
      resting = true;
      counted('away');
      const back = clock().add({ milliseconds: untilBack(failures, chance()) });
      return store.write((tx) => again(tx, letter.id, fault, back, false));
    }
    if (means === 'never' || letter.attempts >= mostAttempts) {
      log.error(tried, givenUp);
      return close('dead', fault);
    }
    log.warn(tried, 'A letter could not be sent; it is tried again');
    counted('later');
    const next = clock().add({ milliseconds: untilNext(letter.attempts, chance()) });
    return store.write((tx) => again(tx, letter.id, fault, next, true));
  };

  const lane = async (): Promise<void> => {
    while (goesOn()) {
      const letter = await store.write((tx) => claim(tx, clock()));
      if (!letter) return;
      await send(letter);
    }
  };

  const work = async (): Promise<void> => {
    do {
      woken = false;
      await Promise.all(Array.from({ length: lanes }, lane));
    } while (woken && goesOn());
  };

  const look = () => {
    if (stopped || running) return;
    running = work()
      .catch((error: unknown) => {
        // A store that is away is said once, by whoever watches it.
        if (!(error instanceof StoreUnavailable)) parts.failed(error);
      })
      .finally(() => {
        running = null;
        const pause = resting ? untilBack(failures, chance()) : lookEvery;
        resting = false;
        if (!stopped) timer = setTimeout(look, Math.max(pause, 100));
      });
  };

  timer = setTimeout(look, 0);
  return {
    wake() {
      woken = true;
      if (stopped || running || failures > 0) return;
      clearTimeout(timer);
      look();
    },
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(timer);
      await running;
      transport.close();
    },
  };
}

const serverAway =
  'The mail server cannot be used; mail is kept and sent later. See that SMTP_URL and MAIL_FROM are right and that the server answers';

const givenUp =
  'A letter cannot be delivered and is given up. See the admin page: mend the address or the mail server, then send it again from there';
