import type { Instant } from '@confab/shared';
import { Look } from '../db/look.ts';
import type { Store, Works } from '../db/store.ts';
import type { Grown, Told } from '../feed/grown.ts';
import { append, type FeedEntry } from '../feed/store.ts';
import type { Context, DirectoryChange, Reactions } from './context.ts';
import type { Happening } from './happening.ts';

/** What the one write path needs. */
export interface Ledger {
  store: Store;
  reactions: readonly Reactions[];
  /** Shows what was told, at the end of the transaction; never throws. */
  show: (look: Look, told: Told) => Promise<Grown>;
  /** Called after a commit with everyone whose feed has grown. */
  pushed: (grown: Grown) => void;
  /** Called after a commit, for each directory that changed. */
  directoryChanged: (change: DirectoryChange) => void;
  /** Called when an effect after the commit failed; what was decided stands. */
  failed: (error: unknown) => void;
}

/** The ledger of what no person waits for: it goes behind what people do. */
export const behind = (ledger: Ledger): Written => ({ ...ledger, store: ledger.store.behind });

/** A ledger as far as it is written to. */
type Written = Omit<Ledger, 'store'> & { store: Works };

/**
 * One transaction: the work, then every reaction to what it brought about, then the commit, then
 * the pushes. @throws whatever the work throws; nothing is written then
 */
export async function transact<Result>(
  ledger: Written,
  now: Instant,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const done = await ledger.store.write(async (tx) => {
    const look = new Look(tx, now);
    const told = new Map<string, FeedEntry[]>();
    const directories = new Map<string, DirectoryChange>();
    const effects: (() => Promise<void>)[] = [];
    const happenings: Happening[] = [];
    const context: Context = {
      tx,
      now,
      look,
      tell: async (personId, kind, ref) => {
        const entry = await append(tx, personId, kind, ref, now);
        const earlier = told.get(personId);
        if (earlier) earlier.push(entry);
        else told.set(personId, [entry]);
      },
      directoryChanged: (change) => {
        // Whoever was to be told of an earlier change in this transaction still is.
        const earlier = directories.get(change.programId)?.personIds ?? [];
        const personIds = [...new Set([...earlier, ...change.personIds])];
        directories.set(change.programId, { ...change, personIds });
      },
      happened: (happening) => void happenings.push(happening),
      react: async () => {
        for (let next = happenings.shift(); next; next = happenings.shift())
          await answerTo(context, next, ledger.reactions);
      },
      afterCommit: (effect) => void effects.push(effect),
    };
    const result = await work(context);
    await context.react();
    return { result, grown: await ledger.show(look, told), directories, effects };
  });
  if (done.grown.size > 0) ledger.pushed(done.grown);
  for (const change of done.directories.values()) ledger.directoryChanged(change);
  for (const effect of done.effects) await effect().catch(ledger.failed);
  return done.result;
}

async function answerTo<Kind extends Happening['kind']>(
  context: Context,
  happening: Extract<Happening, { kind: Kind }>,
  reactions: readonly Reactions[],
): Promise<void> {
  const { kind } = happening;
  for (const { [kind]: react } of reactions) if (react) await react(context, happening);
}
