import { randomUUID } from 'node:crypto';
import {
  defaultSettings,
  fromText,
  type BookingFacts,
  type Instant,
  type Interval,
  type PartyFacts,
} from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import { hasWritten, relationOf } from '../chat/queries.ts';
import { personRow } from '../people/queries.ts';
import { membership, settingsOf } from '../programs/queries.ts';
import { heldBy, pendingBetween } from './queries.ts';

const sides = ['mentor_id', 'mentee_id'] as const;

interface Parties {
  /** The booking decided on, whose own times do not count; null when requesting. */
  bookingId: string | null;
  programId: string;
  mentorId: string;
  menteeId: string;
}

/** Reads everything a decision needs, in the transaction that writes. */
export async function readFacts(
  tx: Tx,
  parties: Parties,
  actorId: string | null,
  now: Instant,
): Promise<BookingFacts> {
  const { programId, mentorId, menteeId } = parties;
  const mentorship = await membership(tx, programId, mentorId);
  const relation = await relationOf(tx, menteeId, mentorId, now);
  const held = {
    mentor: await heldBy(tx, mentorId, now, parties.bookingId),
    mentee: await heldBy(tx, menteeId, now, parties.bookingId),
  };
  return {
    settings: (await settingsOf(tx, programId)) ?? defaultSettings,
    actorRole: actorId === null ? null : await roleIn(tx, programId, actorId),
    mentor: {
      ...(await party(tx, programId, mentorId, held.mentor)),
      availability: mentorship?.availability ?? 'away',
    },
    mentee: await party(tx, programId, menteeId, held.mentee),
    gatePassed: await hasWritten(tx, menteeId, mentorId),
    acquainted: relation.conversation || relation.booking,
    pendingBetween: await pendingBetween(tx, menteeId, mentorId, parties.bookingId),
    nextStartsAt: await nextStart(tx, parties),
    fresh: { bookingId: randomUUID(), roomId: randomUUID() },
  };
}

/** The role that counts. @see P2 */
async function roleIn(tx: Tx, programId: string, personId: string): Promise<PartyFacts['role']> {
  const found = await membership(tx, programId, personId);
  return found?.status === 'active' ? found.role : null;
}

async function party(
  tx: Tx,
  programId: string,
  personId: string,
  held: Interval[],
): Promise<PartyFacts> {
  const person = await personRow(tx, personId);
  return {
    zone: person?.zone ?? 'UTC',
    role: await roleIn(tx, programId, personId),
    held,
  };
}

/** When the next accepted booking of either side starts, after this one's end. @see W3 */
async function nextStart(tx: Tx, { bookingId, mentorId, menteeId }: Parties) {
  if (!bookingId) return null;
  const own = await tx
    .selectFrom('booking')
    .select('ends_at')
    .where('id', '=', bookingId)
    .executeTakeFirst();
  if (!own) return null;
  let next: string | null = null;
  for (const side of sides)
    for (const personId of [mentorId, menteeId]) {
      const row = await tx
        .selectFrom('booking')
        .select('starts_at')
        .where(side, '=', personId)
        .where('state', '=', 'accepted')
        .where('starts_at', '>=', own.ends_at)
        .where('id', '!=', bookingId)
        .orderBy('starts_at')
        .limit(1)
        .executeTakeFirst();
      if (row && (next === null || row.starts_at < next)) next = row.starts_at;
    }
  return next === null ? null : fromText(next);
}
