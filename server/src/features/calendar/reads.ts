import type { QueryHandlers } from '../../command/handlers.ts';
import { linkSince } from './queries.ts';

export const calendarReads = {
  'calendar.open': async ({ tx, actorId }) => ({
    ok: true,
    value: { since: await linkSince(tx, actorId) },
  }),
} satisfies Partial<QueryHandlers>;
