import type { FeedEvent } from '@confab/shared/protocol';
import { dialectOf } from '../../db/dialect.ts';
import type { Look } from '../../db/look.ts';
import type { Grown, Told } from '../../feed/grown.ts';
import type { FeedEntry } from '../../feed/store.ts';
import { render } from './render.ts';

/** People and entries that are shown in the transaction that told them, at most. */
const most = 4;

/**
 * Shows to whoever waits for it what a transaction has told them, before it ends: reading it anew
 * afterwards costs as much as the transaction itself. Where many are told much, and on PostgreSQL,
 * where others would wait for it, they read it themselves.
 * @param watches whether somebody has a window here
 */
export async function showTold(
  look: Look,
  told: Told,
  watches: (personId: string) => boolean,
): Promise<Grown> {
  const grown = new Map<string, FeedEvent[] | null>();
  const few = told.size <= most && dialectOf(look.tx) === 'sqlite';
  for (const [personId, entries] of told) {
    const shown = few && entries.length <= most && watches(personId);
    grown.set(personId, shown ? await rendered(look, personId, entries) : null);
  }
  return grown;
}

/** What cannot be shown, such as a damaged row, is found and told of when it is read. */
const rendered = (
  look: Look,
  personId: string,
  entries: readonly FeedEntry[],
): Promise<FeedEvent[] | null> => render(look, personId, entries).catch(() => null);
