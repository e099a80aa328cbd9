import {
  fromText,
  reachFrom,
  Temporal,
  toText,
  type Instant,
  type SourceFault,
  type Span,
} from '@confab/shared';
import { longestWait, untilNextTurn } from '../../calendars/pace.ts';
import type { Context } from '../../command/context.ts';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { dialectOf } from '../../db/dialect.ts';
import type { Seal } from '../../db/seal.ts';
import { hold } from '../../feed/hold.ts';
import { personRow } from '../people/queries.ts';
import { addressIn } from './sealing.ts';
import { keepTimes, sourceRow, type SourceRow } from './store.ts';

/** A calendar whose turn it is to be read. */
export interface Turn {
  id: string;
  personId: string;
  /** Null where it does not open any more. */
  address: string | null;
  /** What is known of it; nothing where it is to be read as a whole. */
  known: { etag: string | null; lastModified: string | null };
  zone: string;
}

/** How a turn ended. */
export type Read =
  | {
      kind: 'whole';
      busy: Span[];
      leftOut: number;
      etag: string | null;
      lastModified: string | null;
    }
  | { kind: 'same' }
  | { kind: 'failed'; fault: SourceFault };

/** Minutes for which a calendar is its reader's alone; longer than any reading may take. */
const leaseMinutes = 3;
/** Hours after which it is read as a whole, for its end is never reached by what has not changed. */
const wholeAgain = 24;

/** Turns that were planned by a clock that was ahead come now. */
export async function planTurns({ tx, now }: Pick<Context, 'tx' | 'now'>): Promise<void> {
  const latest = toText(now.add({ milliseconds: longestWait }));
  await tx
    .updateTable('calendar_source')
    .set({ next_at: toText(now) })
    .where('next_at', '>', latest)
    .execute();
}

/** Is it any calendar's turn? */
export const anyTurn = async (tx: Tx, now: Instant): Promise<boolean> =>
  (await dueBy(tx, toText(now))).length > 0;

const dueBy = askedOften((tx, at: string) =>
  tx.selectFrom('calendar_source').select('id').where('next_at', '<=', at).limit(1),
);

/**
 * Takes the calendar whose turn it is. Nobody else takes it meanwhile; should its reader die, its
 * turn comes again when the lease is over.
 */
export async function claimTurn(tx: Tx, now: Instant, seal: Seal): Promise<Turn | null> {
  let next = tx
    .selectFrom('calendar_source')
    .selectAll()
    .where('next_at', '<=', toText(now))
    .orderBy('next_at')
    .orderBy('id')
    .limit(1);
  // What another server is about already is left to it.
  if (dialectOf(tx) === 'postgres') next = next.forUpdate().skipLocked();
  const row = await next.executeTakeFirst();
  if (!row?.sealed) return null;
  await tx
    .updateTable('calendar_source')
    .set({ next_at: toText(now.add({ minutes: leaseMinutes })) })
    .where('id', '=', row.id)
    .execute();
  const zone = (await personRow(tx, row.person_id))?.zone ?? 'UTC';
  const known = isFresh(row, zone, now)
    ? { etag: row.etag, lastModified: row.last_modified }
    : { etag: null, lastModified: null };
  const address = addressIn(seal, row.sealed, row.id);
  return { id: row.id, personId: row.person_id, address, known, zone };
}

/** Read as a whole not long ago, in the same zone, and not by a clock that was ahead. */
function isFresh({ whole_at, read_zone }: SourceRow, zone: string, now: Instant): boolean {
  if (read_zone !== zone || whole_at === null) return false;
  const age = fromText(whole_at).until(now).total('hours');
  return age >= 0 && age < wholeAgain;
}

/**
 * Writes down how a turn ended; nothing where the calendar was removed meanwhile. What could not be
 * read leaves the busy times as they were.
 *
 * @param chance from 0 to 1
 */
export async function endTurn(
  context: Context,
  turn: Turn,
  read: Read,
  chance: number,
): Promise<void> {
  const { tx, now } = context;
  await hold(tx, [turn.personId]);
  const row = await sourceRow(tx, turn.id);
  if (!row) return;
  const failures = read.kind === 'failed' ? row.failures + 1 : 0;
  const fault = read.kind === 'failed' ? read.fault : null;
  const at = toText(now);
  await tx
    .updateTable('calendar_source')
    .set({
      failures,
      fault,
      asked_at: null,
      tried_at: at,
      next_at: toText(now.add({ milliseconds: untilNextTurn(failures, chance) })),
      ...(read.kind !== 'failed' && { refreshed_at: at }),
      ...(read.kind === 'whole' && {
        whole_at: at,
        read_zone: turn.zone,
        known_until: toText(endOfReach(now)),
        left_out: read.leftOut,
        etag: read.etag,
        last_modified: read.lastModified,
      }),
    })
    .where('id', '=', turn.id)
    .execute();
  const changed = read.kind === 'whole' && (await keepTimes(tx, row, read.busy));
  if (changed) context.happened({ kind: 'hours', personId: turn.personId });
  // Somebody who waits for it, or sees how it was, is told.
  if (changed || row.asked_at !== null || row.fault !== fault)
    await context.tell(turn.personId, 'me', '');
}

const endOfReach = (now: Instant): Instant =>
  Temporal.Instant.fromEpochMilliseconds(reachFrom(now.epochMilliseconds, 'address').to);
