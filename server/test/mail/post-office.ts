import { vi } from 'vitest';
import { compose } from '../../src/features/mail/compose.ts';
import { startSender, type Sender } from '../../src/outbox/sender.ts';
import { mailLog } from '../../src/features/mail/start.ts';
import { verdictOn } from '../../src/mail/verdict.ts';
import { smtp } from '../../src/mail/transport.ts';
import type { Stage } from '../stage/stage.ts';

const from = { name: 'Confab', address: 'confab@example.org' };
export const origin = 'https://confab.example';

/** What its log says, and how its attempts ended. */
export interface Office {
  sender: Sender;
  said: string[];
  outcomes: string[];
}

/** A sender for a stage, as the application starts one. */
export function openOffice(stage: Stage, url: string): Office & AsyncDisposable {
  const said: string[] = [];
  const outcomes: string[] = [];
  const line = (_: unknown, text?: string) => said.push(text ?? String(_));
  const sender = startSender({
    channel: 'mail',
    lanes: 2,
    verdictOn,
    words: mailLog,
    store: stage.core.ledger.store,
    clock: () => stage.now,
    transport: smtp({ url, from }),
    compose: compose({
      origin: () => origin,
      from,
      answerLink: ({ version }) => Promise.resolve(`${origin}/answer#${String(version)}`),
    }),
    log: { info: line, warn: line, error: line },
    counted: (outcome) => outcomes.push(outcome),
    failed: (error) => void stage.failures.push(error),
    // As soon as may be: nothing here is made to wait by chance.
    chance: () => 0,
  });
  stage.wakeSender = () => {
    sender.wake();
  };
  return {
    sender,
    said,
    outcomes,
    [Symbol.asyncDispose]: () => sender[Symbol.asyncDispose](),
  };
}

/** How many letters are in each state. */
export async function letters({ db }: Stage): Promise<Record<string, number>> {
  const rows = await db.selectFrom('outbox').select('state').execute();
  const found: Record<string, number> = {};
  for (const { state } of rows) found[state] = (found[state] ?? 0) + 1;
  return found;
}

/** Waits until no letter waits. */
export const allGone = (stage: Stage): Promise<void> =>
  vi.waitFor(
    async () => {
      const { waiting = 0 } = await letters(stage);
      if (waiting > 0) throw new Error(`${String(waiting)} letters wait`);
    },
    { timeout: 20_000, interval: 50 },
  );
