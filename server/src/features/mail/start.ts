import { Counter, Gauge, type Metric } from 'prom-client';
import type { Logger } from 'pino';
import type { Instant } from '@confab/shared';
import type { Store } from '../../db/store.ts';
import { countIn } from '../../outbox/outbox.ts';
import { startSender, type Sender } from '../../outbox/sender.ts';
import { smtp, type MailSettings } from '../../mail/transport.ts';
import { verdictOn } from '../../mail/verdict.ts';
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
        this.set({ state }, await countIn(store.db, 'mail', state));
    },
  });
  const sender = startSender({
    channel: 'mail',
    lanes: 2,
    store,
    clock,
    transport: smtp(settings),
    compose: compose({ origin, answerLink, from: settings.from }),
    verdictOn,
    log,
    words: mailLog,
    counted: (outcome) => {
      attempts.inc({ outcome });
    },
    failed,
  });
  return Object.assign(sender, { metrics: [attempts, letters] });
}

/** What the log says of mail, with the mend. */
export const mailLog = {
  away: 'The mail server cannot be used; mail is kept and sent later. See that SMTP_URL and MAIL_FROM are right and that the server answers',
  back: 'The mail server answers again',
  later: 'A letter could not be sent; it is tried again',
  dead: 'A letter cannot be delivered and is given up. See the admin page: mend the address or the mail server, then send it again from there',
};
