import { decide, toJson, type Booking, type BookingCommand } from '@confab/shared';
import type { Answer, BookingView, Refusal } from '@confab/shared/protocol';
import type { Context } from '../../command/context.ts';
import { programName } from '../programs/queries.ts';
import { hasReviewed } from '../reviews/queries.ts';
import { keepAnswer } from './answers.ts';
import { readFacts } from './facts.ts';
import { bookingById } from './queries.ts';
import { save } from './store.ts';

/** Whose command: a person's id, or null for Confab itself. */
type ActorId = string | null;

/** Decides a new request and keeps it. */
export async function request(
  context: Context,
  menteeId: string,
  command: Extract<BookingCommand, { type: 'request' }>,
): Promise<Answer<BookingView>> {
  const parties = {
    bookingId: null,
    programId: command.programId,
    mentorId: command.mentorId,
    menteeId,
  };
  return carryOut(context, null, command, menteeId, parties);
}

/** Decides on a booking as it now stands and keeps the outcome. @see B5 */
export async function change(
  context: Context,
  bookingId: string,
  command: BookingCommand,
  actorId: ActorId,
): Promise<Answer<BookingView>> {
  const booking = await bookingById(context.tx, bookingId);
  if (!booking) return { ok: false, code: 'not-found' };
  return carryOut(context, booking, command, actorId, { ...booking, bookingId });
}

async function carryOut(
  context: Context,
  before: Booking | null,
  command: BookingCommand,
  actorId: ActorId,
  parties: Parameters<typeof readFacts>[1],
): Promise<Answer<BookingView>> {
  const { tx, now } = context;
  const actor =
    actorId === null ? ({ kind: 'system' } as const) : { kind: 'person' as const, id: actorId };
  const facts = await readFacts(tx, parties, actorId, now);
  const outcome = decide(before, command, { now, actor, facts });
  if (!outcome.ok) return toJson(outcome) as { ok: false } & Refusal;
  const { booking: after, events } = outcome;
  await save(tx, before, after, events, actorId);
  for (const event of events) {
    await keepAnswer(tx, before, event);
    context.happened({ kind: 'booking', before, after, event, actorId });
    for (const personId of [after.mentorId, after.menteeId])
      await context.tell(personId, 'booking', after.id);
  }
  return {
    ok: true,
    value: {
      booking: toJson(after),
      programName: await programName(tx, after.programId),
      reviewed: actorId !== null && (await hasReviewed(tx, actorId, after)),
    },
  };
}
