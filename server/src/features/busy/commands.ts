import {
  busyWithin,
  calendarAddress,
  fromText,
  joined,
  reachFrom,
  Temporal,
  toText,
} from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import type { PersonContext } from '../../command/context.ts';
import type { CommandHandlers } from '../../command/handlers.ts';
import type { Seal } from '../../db/seal.ts';
import { membershipsOf } from '../programs/queries.ts';
import { addSource, dropSource, keepTimes, sourceOf, sourcesOf } from './store.ts';

/** Calendars of one mentor at most. */
const mostSources = 5;
/** Seconds between two turns of a calendar that somebody asks for. */
const restBetween = 30;

/** What mentors say of when they are busy elsewhere. @see A8 */
export const busyCommands = (seal: Seal) =>
  ({
    'calendar-source.add-address': async (context, { name, address }) => {
      const refused = await refusal(context);
      if (refused) return refused;
      const at = calendarAddress(address);
      if (!at) return { ok: false, code: 'calendar-address' };
      const { tx, actorId, now } = context;
      const source = { personId: actorId, name, at, knownUntil: null, leftOut: 0 };
      const sourceId = await addSource(tx, source, { now, seal });
      await context.tell(actorId, 'me', '');
      return { ok: true, value: { sourceId } };
    },

    'calendar-source.add-file': async (context, { name, busy, leftOut }) => {
      const refused = await refusal(context);
      if (refused) return refused;
      const { tx, actorId, now } = context;
      const within = reachFrom(now.epochMilliseconds, 'file');
      const spans = busyWithin(busy, within);
      if (!spans) return { ok: false, code: 'busy-times' };
      const knownUntil = Temporal.Instant.fromEpochMilliseconds(within.to);
      const source = { personId: actorId, name, at: null, knownUntil, leftOut };
      const sourceId = await addSource(tx, source, { now, seal });
      await keepTimes(tx, { id: sourceId, person_id: actorId }, joined(spans));
      context.happened({ kind: 'hours', personId: actorId });
      await context.tell(actorId, 'me', '');
      return { ok: true, value: { sourceId } };
    },

    'calendar-source.remove': async (context, { sourceId }) => {
      const { tx, actorId } = context;
      const source = await sourceOf(tx, actorId, sourceId);
      if (!source) return { ok: false, code: 'not-found' };
      await dropSource(tx, source);
      context.happened({ kind: 'hours', personId: actorId });
      await context.tell(actorId, 'me', '');
      return { ok: true, value: null };
    },

    'calendar-source.refresh': async ({ tx, actorId, now }, { sourceId }) => {
      const source = await sourceOf(tx, actorId, sourceId);
      if (!source?.sealed) return { ok: false, code: 'not-found' };
      const free = source.tried_at && fromText(source.tried_at).add({ seconds: restBetween });
      if (free && Temporal.Instant.compare(now, free) < 0) {
        const retryAfterMs = now.until(free).total('milliseconds');
        return { ok: false, code: 'too-many', retryAfterMs };
      }
      const at = toText(now);
      await tx
        .updateTable('calendar_source')
        .set({ asked_at: at, next_at: at })
        .where('id', '=', sourceId)
        .execute();
      return { ok: true, value: null };
    },
  }) satisfies Partial<CommandHandlers>;

/** Why this person may have no further calendar; null where they may. */
async function refusal({ tx, actorId }: PersonContext): Promise<Answer<never> | null> {
  const isMentor = (await membershipsOf(tx, actorId)).some(
    ({ role, status }) => role === 'mentor' && status !== 'ended',
  );
  if (!isMentor) return { ok: false, code: 'forbidden' };
  const own = await sourcesOf(tx, actorId);
  return own.length < mostSources ? null : { ok: false, code: 'too-many-calendars' };
}
