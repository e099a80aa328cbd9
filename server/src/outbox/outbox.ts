import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { toText, type Instant } from '@confab/shared';
import type { Db, Tx } from '../db/database.ts';
import { dialectOf } from '../db/dialect.ts';
import { oneOf } from '../db/list.ts';
import type { Channel, Letter, LetterKind } from './letter.ts';

/** A letter to be put out; without more it goes by mail, at once. */
interface NewLetter {
  personId: string;
  kind: LetterKind;
  bookingId: string | null;
  revision: number;
  /** By push to this device, of this notice, not before then. */
  push?: { way: string; deviceId: string; noticeNo: number | null; from: Instant };
}

/** Puts a letter out to be sent, in the transaction that brings about what it tells. */
export async function put(tx: Tx, letter: NewLetter, now: Instant): Promise<void> {
  const { personId, kind, bookingId, revision, push } = letter;
  await tx
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      person_id: personId,
      kind,
      booking_id: bookingId,
      revision,
      state: 'waiting',
      attempts: 0,
      next_at: toText(push?.from ?? now),
      fault: null,
      made_at: toText(now),
      ended_at: null,
      channel: push ? 'push' : 'mail',
      way: push?.way ?? '',
      device_id: push?.deviceId ?? null,
      notice_no: push?.noticeNo ?? null,
    })
    .execute();
}

/** Minutes for which a letter is its sender's alone; longer than any attempt may take. */
const leaseMinutes = 5;

/**
 * Takes the letter whose turn it is. Nobody else takes it meanwhile; should its sender die, its
 * turn comes again when the lease is over. @param resting ways that are left alone
 */
export async function claim(
  tx: Tx,
  channel: Channel,
  resting: readonly string[],
  now: Instant,
): Promise<Letter | null> {
  let next = tx
    .selectFrom('outbox')
    .selectAll()
    .where('channel', '=', channel)
    .where('state', '=', 'waiting')
    .where('next_at', '<=', toText(now))
    .orderBy('next_at')
    .orderBy('made_at')
    .limit(1);
  if (resting.length > 0) next = next.where((row) => row.not(oneOf(tx, 'way', resting)));
  // What another server is about already is left to it.
  if (dialectOf(tx) === 'postgres') next = next.forUpdate().skipLocked();
  const row = await next.executeTakeFirst();
  if (!row) return null;
  await tx
    .updateTable('outbox')
    .set({ attempts: sql`attempts + 1`, next_at: toText(now.add({ minutes: leaseMinutes })) })
    .where('id', '=', row.id)
    .execute();
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind as LetterKind,
    bookingId: row.booking_id,
    revision: row.revision,
    madeAt: row.made_at,
    attempts: row.attempts + 1,
    way: row.way,
    deviceId: row.device_id,
    noticeNo: row.notice_no,
  };
}

/** It was sent, or has nothing to say any more, or cannot be sent: its way ends here. */
export async function end(
  tx: Tx,
  id: string,
  state: 'sent' | 'dropped' | 'dead',
  fault: string | null,
  now: Instant,
): Promise<void> {
  const ended_at = toText(now);
  await tx.updateTable('outbox').set({ state, fault, ended_at }).where('id', '=', id).execute();
}

/** It is tried again then. @param counted whether this attempt was the letter's own fault */
export async function again(
  tx: Tx,
  id: string,
  fault: string,
  nextAt: Instant,
  counted: boolean,
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ fault, next_at: toText(nextAt), ...(!counted && { attempts: sql`attempts - 1` }) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** A letter by mail that was given up gets its turn again. @returns whether there was such a one */
export async function revive(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set({ state: 'waiting', attempts: 0, next_at: toText(now), ended_at: null })
    .where('id', '=', id)
    .where('channel', '=', 'mail')
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** How many letters of a channel are in a state. */
export async function countIn(
  tx: Tx | Db,
  channel: Channel,
  state: 'waiting' | 'dead',
): Promise<number> {
  const row = await tx
    .selectFrom('outbox')
    .select((select) => select.fn.countAll<number>().as('letters'))
    .where('channel', '=', channel)
    .where('state', '=', state)
    .executeTakeFirst();
  return row?.letters ?? 0;
}

/** Letters in the list at most. */
const listed = 50;

/** What was given up of mail, the latest first, for the operator. */
export async function deadLetters(tx: Tx) {
  const rows = await tx
    .selectFrom('outbox')
    .innerJoin('person', 'person.id', 'outbox.person_id')
    .select(['outbox.id', 'outbox.kind', 'outbox.fault', 'outbox.made_at', 'outbox.attempts'])
    .select(['person.name', 'person.email'])
    .where('outbox.channel', '=', 'mail')
    .where('outbox.state', '=', 'dead')
    .orderBy('outbox.ended_at', 'desc')
    .orderBy('outbox.id')
    .limit(listed)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    email: row.email,
    madeAt: row.made_at,
    attempts: row.attempts,
    fault: row.fault ?? '',
  }));
}
