import { protocolVersion } from '@confab/shared/protocol';
import type { QueryHandlers } from '../../command/handlers.ts';
import { Look } from '../../db/look.ts';
import { since } from '../../feed/store.ts';
import { directoryVersions } from '../programs/queries.ts';
import { render } from './render.ts';
import { snapshotOf } from './snapshot.ts';

/** Entries in one answer at most: everybody waits while it is made. The rest is asked for again. */
const resumeLength = 100;
/** No feed goes further, and not every database compares its own numbers with larger ones. */
const lastSeq = 2 ** 31 - 1;

export const liveReads = {
  'live.resume': async ({ tx, now, actorId }, { protocol, after }) => {
    if (protocol !== protocolVersion) return { ok: false, code: 'old-version' };
    const look = new Look(tx, now);
    const at = {
      now: now.epochMilliseconds,
      directories: await directoryVersions(look, actorId),
    };
    const known = after !== null && after <= lastSeq;
    const entries = known ? await since(tx, actorId, after, resumeLength) : null;
    if (!entries) return { ok: true, value: { ...at, snapshot: await snapshotOf(look, actorId) } };
    const events = await render(look, actorId, entries);
    return { ok: true, value: { ...at, events, more: entries.length === resumeLength } };
  },
} satisfies Partial<QueryHandlers>;
