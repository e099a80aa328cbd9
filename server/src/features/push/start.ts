import { Counter, Gauge, type Metric } from 'prom-client';
import type { Logger } from 'pino';
import type { Instant } from '@confab/shared';
import type { Store } from '../../db/store.ts';
import { countIn } from '../../outbox/outbox.ts';
import { startSender, type Sender } from '../../outbox/sender.ts';
import { pushes } from '../../push/transport.ts';
import { createIntroduction, type PushKeys } from '../../push/vapid.ts';
import { verdictOn } from '../../push/verdict.ts';
import { compose } from './compose.ts';
import type { IsSignedIn } from './desk.ts';
import { dropDevice, markUsed } from './store.ts';

export interface PushParts {
  store: Store;
  keys: PushKeys;
  /** An address of the operator's, for the services: `mailto:` or `https:`. */
  contact: () => string;
  isSignedIn: IsSignedIn;
  clock: () => Instant;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  failed: (error: unknown) => void;
  chance?: () => number;
}

/** Devices are told from now on. */
export function startPush(parts: PushParts): Sender & { metrics: readonly Metric[] } {
  const { store, keys, contact, isSignedIn, clock, log, failed } = parts;
  const attempts = new Counter({
    name: 'confab_push_attempts_total',
    help: 'Pushes by how an attempt to send them ended',
    labelNames: ['outcome'],
    registers: [],
  });
  const waiting = new Gauge({
    name: 'confab_push_waiting',
    help: 'Pushes that wait to be sent',
    registers: [],
    async collect() {
      this.set(await countIn(store.db, 'push', 'waiting'));
    },
  });
  const sender = startSender({
    channel: 'push',
    lanes: 4,
    store,
    clock,
    transport: pushes(createIntroduction(keys, contact, clock)),
    compose: compose(isSignedIn),
    verdictOn,
    ended: async (tx, { personId, deviceId }, how, now) => {
      if (deviceId === null) return;
      if (how === 'sent') await markUsed(tx, deviceId, now);
      else await dropDevice(tx, personId, deviceId);
    },
    log,
    words: pushLog,
    counted: (outcome) => {
      attempts.inc({ outcome });
    },
    failed,
    ...(parts.chance && { chance: parts.chance }),
  });
  return Object.assign(sender, { metrics: [attempts, waiting] });
}

const pushLog = {
  away: 'A push service cannot be reached; what is for it is kept while it is worth something. See that this machine may open https connections to it, or set PUSH=off',
  back: 'The push service answers again',
  later: 'A push could not be sent; it is tried again',
  dead: 'A push service refuses what it is sent, and it is given up. See that this machine’s clock is right, and that ORIGIN or MAIL_FROM names an address by which you can be reached',
};
