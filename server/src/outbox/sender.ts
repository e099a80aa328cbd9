import type { Logger } from 'pino';
import type { Instant } from '@confab/shared';
import type { Tx } from '../db/database.ts';
import type { Store } from '../db/store.ts';
import { StoreUnavailable } from '../db/unavailable.ts';
import { mostAttempts, untilNext } from './backoff.ts';
import type { Channel, Letter } from './letter.ts';
import { again, claim, end } from './outbox.ts';
import { Rests } from './rests.ts';
import type { Transport } from './transport.ts';
import type { Verdict } from './verdict.ts';

/** How an attempt ended. */
export type Outcome = 'sent' | 'dropped' | 'later' | 'dead' | 'away';

export interface SenderParts<Composed> {
  channel: Channel;
  /** Letters under way at once. */
  lanes: number;
  /** Letters go behind what people do. */
  store: Pick<Store, 'behind'>;
  clock: () => Instant;
  transport: Transport<Composed>;
  /** The letter in words, as things are now; null: there is nothing to say any more. @see N2 */
  compose: (tx: Tx, letter: Letter, now: Instant) => Promise<Composed | null>;
  verdictOn: (error: unknown) => Verdict;
  /** What goes with the end of a letter's way, in the same transaction. */
  ended?: (tx: Tx, letter: Letter, how: 'sent' | 'nobody', now: Instant) => Promise<void>;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** What the log says, with the mend. */
  words: Record<'away' | 'back' | 'later' | 'dead', string>;
  /** Told how each attempt ended. */
  counted: (outcome: Outcome) => void;
  failed: (error: unknown) => void;
  chance?: () => number;
}

export interface Sender extends AsyncDisposable {
  /** There may be something to send. */
  wake(): void;
}

/** Milliseconds between two looks into the outbox, for what others have put there. */
const lookEvery = 2_000;

/**
 * Works through a channel's part of the outbox while it runs. A letter is the other side's once
 * that has taken it; should this process die between that and writing it down, the letter goes out
 * a second time, under the same name.
 */
export function startSender<Composed>(parts: SenderParts<Composed>): Sender {
  const { channel, clock, transport, compose, log, counted, words } = parts;
  const chance = parts.chance ?? Math.random;
  const store = parts.store.behind;
  const rests = new Rests(chance);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let woken = false;
  const goesOn = () => !stopped;

  const close = (
    letter: Letter,
    state: 'sent' | 'dropped' | 'dead',
    fault: string | null = null,
    how: 'sent' | 'nobody' | null = null,
  ): Promise<void> => {
    counted(state);
    return store.write(async (tx) => {
      await end(tx, letter.id, state, fault, clock());
      if (how) await parts.ended?.(tx, letter, how, clock());
    });
  };

  const send = async (letter: Letter): Promise<void> => {
    const composed = await store.read((tx) => compose(tx, letter, clock()));
    if (!composed) return close(letter, 'dropped');
    try {
      await transport.send(letter.id, composed);
    } catch (error) {
      return goneWrong(letter, parts.verdictOn(error));
    }
    if (rests.heal(letter.way)) log.info(to(letter), words.back);
    await close(letter, 'sent', null, 'sent');
  };

  const goneWrong = async (letter: Letter, verdict: Verdict): Promise<void> => {
    const { means, fault, wait = 0 } = verdict;
    const tried = { letter: letter.id, kind: letter.kind, attempts: letter.attempts, fault };
    if (means === 'nobody') return close(letter, 'dropped', fault, 'nobody');
    if (means === 'away') {
      const { ms, isNews } = rests.fail(letter.way, wait);
      if (isNews) log.error({ ...to(letter), fault }, words.away);
      counted('away');
      const back = clock().add({ milliseconds: ms });
      return store.write((tx) => again(tx, letter.id, fault, back, false));
    }
    if (means === 'never' || letter.attempts >= mostAttempts) {
      log.error({ ...to(letter), ...tried }, words.dead);
      return close(letter, 'dead', fault);
    }
    log.warn({ ...to(letter), ...tried }, words.later);
    counted('later');
    const ms = Math.max(untilNext(letter.attempts, chance()), wait);
    const next = clock().add({ milliseconds: ms });
    return store.write((tx) => again(tx, letter.id, fault, next, true));
  };

  const lane = async (): Promise<void> => {
    while (goesOn()) {
      const letter = await store.write((tx) => claim(tx, channel, rests.ways(), clock()));
      if (!letter) return;
      await send(letter);
    }
  };

  const work = async (): Promise<void> => {
    do {
      woken = false;
      await Promise.all(Array.from({ length: parts.lanes }, lane));
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
        if (!stopped) timer = setTimeout(look, lookEvery);
      });
  };

  timer = setTimeout(look, 0);
  return {
    wake() {
      woken = true;
      if (stopped || running) return;
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

const to = ({ way }: Letter) => (way === '' ? {} : { service: way });
