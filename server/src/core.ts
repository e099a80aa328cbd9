import type { Instant } from '@confab/shared';
import { createDispatch, type Dispatch } from './command/dispatch.ts';
import { transact, type Ledger } from './command/transact.ts';
import { lookTogether } from './db/look.ts';
import type { Seal } from './db/seal.ts';
import type { Store } from './db/store.ts';
import { createFeatures } from './features/index.ts';
import { concerned } from './features/concerned.ts';
import { isDue, planClosings, settleDue } from './features/bookings/due.ts';
import { planForgotten } from './features/cases/forgotten.ts';
import { planTurns } from './features/busy/turns.ts';
import { render } from './features/live/render.ts';
import { showTold } from './features/live/show.ts';
import type { Pushing } from './features/push/desk.ts';
import { holding } from './feed/hold.ts';
import { since } from './feed/store.ts';
import { pushLength, type ReadFeed } from './gateway/outbox.ts';
import type { GrantSigner, Media } from './ports/media.ts';
import type { WakeupHandlers } from './wakeup/kinds.ts';
import { plan } from './wakeup/store.ts';
import { keepTidy } from './wakeup/tidy.ts';

export interface CoreParts {
  store: Store;
  clock: () => Instant;
  media: Media;
  signer: GrantSigner;
  /** Closes what a copy of the store must not say. */
  seal: Seal;
  pushed: Ledger['pushed'];
  /** Whether somebody has a window open here; by default nobody has. */
  watches?: (personId: string) => boolean;
  directoryChanged: Ledger['directoryChanged'];
  failed: Ledger['failed'];
  /** Called when there may be mail to send; left out where none is sent. */
  wakeSender?: (() => void) | undefined;
  /** How people's devices are told; left out where they are not. */
  pushing?: Pushing | undefined;
}

/** The application without its edges: everything that decides, on one store. */
export interface Core {
  ledger: Ledger;
  dispatch: Dispatch;
  wakeups: WakeupHandlers;
  readFeed: (personId: string) => ReadFeed;
}

export function createCore({
  store,
  clock,
  media,
  signer,
  seal,
  wakeSender,
  pushing,
  watches = () => false,
  ...ledgerParts
}: CoreParts): Core {
  const features = createFeatures(media, signer, seal, wakeSender ?? null, pushing ?? null);
  const ledger: Ledger = {
    store,
    reactions: features.reactions,
    show: (look, told) => showTold(look, told, watches),
    ...ledgerParts,
  };
  return {
    ledger,
    dispatch: createDispatch(ledger, features, {
      async settle(context, actorId, input) {
        const { tx } = context;
        await settleDue(context, await holding(tx, () => concerned(tx, actorId, input)));
      },
      isDue: ({ tx, now }, actorId, input) => isDue(tx, now, () => concerned(tx, actorId, input)),
    }),
    wakeups: { ...features.wakeups, trim: keepTidy },
    readFeed: (personId) => (after) =>
      store.read((tx) => {
        const look = lookTogether(tx, clock);
        // Several windows of a person mostly stand at the same place.
        return look.once(`feed ${personId} ${String(after)}`, async () => {
          const entries = await since(tx, personId, after, pushLength);
          return entries && render(look, personId, entries);
        });
      }),
  };
}

/**
 * Plans what goes by the present clock: at the start, and when it was set. What was planned or done
 * by a clock that was ahead would else come late or never.
 */
export const planAnew = (ledger: Ledger, now: Instant): Promise<void> =>
  transact(ledger, now, async (context) => {
    await planClosings(context);
    await planForgotten(context);
    await planTurns(context);
    await plan(context.tx, 'trim', '', now);
  });
