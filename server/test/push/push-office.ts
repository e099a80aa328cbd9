import { vi } from 'vitest';
import { pushKeysOf } from '../../src/config/push-keys.ts';
import { compose } from '../../src/features/push/compose.ts';
import { startPush, type PushParts } from '../../src/features/push/start.ts';
import { claim } from '../../src/outbox/outbox.ts';
import { pushes } from '../../src/push/transport.ts';
import { createIntroduction } from '../../src/push/vapid.ts';
import type { Stage } from '../stage/stage.ts';

/** A sender of pushes, and what its log says. */
export interface PushOffice extends AsyncDisposable {
  said: string[];
  wake(): void;
  /** Waits until no push waits, the moment in which a notice may be seen being over. */
  allGone(): Promise<void>;
}

const contact = () => 'mailto:confab@example.org';

/** Of which its keys are made. */
export const secret = 'what this installation alone knows';

/** A sender of pushes for a stage, as the application starts one. */
export async function openPushOffice(
  stage: Stage,
  isSignedIn: PushParts['isSignedIn'] = () => Promise.resolve(true),
): Promise<PushOffice> {
  const said: string[] = [];
  const line = (_: unknown, text?: string) => said.push(text ?? '');
  const sender = startPush({
    store: stage.core.ledger.store,
    keys: await pushKeysOf(secret),
    contact,
    isSignedIn,
    clock: () => stage.now,
    log: { info: line, warn: line, error: line },
    // Rests are as short as they can be.
    chance: () => 0,
    failed: (error) => void stage.failures.push(error),
  });
  const wake = () => {
    sender.wake();
  };
  const allGone = async () => {
    stage.pass({ seconds: 6 });
    wake();
    await vi.waitFor(
      async () => {
        const { waiting = 0 } = await pushesOf(stage);
        if (waiting > 0) throw new Error(`${String(waiting)} pushes wait`);
      },
      { timeout: 20_000, interval: 20 },
    );
  };
  return { said, wake, allGone, [Symbol.asyncDispose]: () => sender[Symbol.asyncDispose]() };
}

/** Does a sender's work up to where it has sent a push, and dies there. @returns the push's name */
export async function sentAndNotNoted({ core, now }: Stage): Promise<string> {
  const { store } = core.ledger;
  const letter = await store.write((tx) => claim(tx, 'push', [], now));
  const push =
    letter && (await store.read((tx) => compose(() => Promise.resolve(true))(tx, letter, now)));
  if (!push) throw new Error('nothing to push');
  const transport = pushes(createIntroduction(await pushKeysOf(secret), contact, () => now));
  await transport.send(letter.id, push);
  transport.close();
  return letter.id;
}

/** How many pushes are in each state. */
export async function pushesOf({ db }: Stage): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select('state')
    .where('channel', '=', 'push')
    .execute();
  const found: Record<string, number> = {};
  for (const { state } of rows) found[state] = (found[state] ?? 0) + 1;
  return found;
}
