import { Counter, Gauge, type Metric } from 'prom-client';
import type { Logger } from 'pino';
import type { Instant } from '@confab/shared';
import type { Store } from '../../db/store.ts';
import { countIn } from '../../mail/outbox.ts';
import { startSender, type Sender } from '../../mail/sender.ts';
import { smtp, type MailSettings } from '../../mail/transport.ts';
import { compose } from './compose.ts';
import type { Desk } from './desk.ts';

export interface MailParts extends Omit<Desk, 'from'> {
  store: Store;
  settings: MailSettings;
  clock: () => Instant;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  failed: (error: unknown) => void;
}

/** Mail leaves from now on. */
export function startMail(parts: MailParts): Sender & { metrics: readonly Metric[] } {
  const { store, settings, origin, answerLink, clock, log, failed } = parts;
  const attempts = new Counter({
    name: 'confab_mail_attempts_total',
    help: 'Letters by how an attempt to send them ended',
    labelNames: ['outcome'],
    registers: [],
  });
  const letters = new Gauge({
    name: 'confab_mail_letters',
    help: 'Letters that wait to be sent, and that were given up',
    labelNames: ['state'],
    registers: [],
    async collect() {
      for (const state of ['waiting', 'dead'] as const)
        this.set({ state }, await countIn(store.db, state));
    },
  });
  const sender = startSender({
    store,
    clock,
    transport: smtp(settings),
    compose: compose({ origin, answerLink, from: settings.from }),
    log,
    counted: (outcome) => {
      attempts.inc({ outcome });
    },
    failed,
  });
  return Object.assign(sender, { metrics: [attempts, letters] });
}
