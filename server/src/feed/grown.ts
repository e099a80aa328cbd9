import type { FeedEvent } from '@confab/shared/protocol';
import type { FeedEntry } from './store.ts';

/** What was written into feeds in a transaction: of each person the entries, in order. */
export type Told = ReadonlyMap<string, readonly FeedEntry[]>;

/** Whose feeds have grown, and by what, as each of them sees it; null: they read it themselves. */
export type Grown = ReadonlyMap<string, FeedEvent[] | null>;
