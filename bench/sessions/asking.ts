import { everySession, toText, type Instant } from '@confab/shared';
import { protocolVersion, type Shelf } from '@confab/shared/protocol';
import type { Core } from '../../server/src/core.ts';
import type { Crowd } from './crowd.ts';

const range = (now: Instant) => ({
  from: toText(now.subtract({ hours: 21 * 24 })),
  until: toText(now.add({ hours: 21 * 24 })),
});

/** What Dashboard and Sessions ask of the server, by the words of the figure. */
export function questions(core: Core, { busiest, programs, met }: Crowd, now: Instant) {
  const ask = (name: string, input: object) => async (): Promise<unknown> => {
    const answer = await core.dispatch.query(
      { personId: busiest, sessionId: '' },
      name,
      input,
      now,
    );
    if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
    return answer.value;
  };
  const shelf = (name: Shelf, filter: object = {}, before: object | null = null) =>
    ask('booking.list', { shelf: name, before, filter: { ...everySession, ...filter } });
  const counts = (filter: object = {}) =>
    ask('booking.counts', { filter: { ...everySession, ...filter } });
  const long = { startsAt: toText(now.subtract({ hours: 500 * 24 })), id: busiest };
  return {
    'Dashboard opens': ask('live.resume', { protocol: protocolVersion, after: null }),
    'shelf: pending': shelf('pending'),
    'shelf: upcoming': shelf('upcoming'),
    'shelf: past': shelf('past'),
    'shelf: past, far down': shelf('past', {}, long),
    'shelf: cancelled': shelf('cancelled'),
    counts: counts(),
    'whom one has met': ask('booking.met', {}),
    'filter: program, past': shelf('past', { programId: programs[3] }),
    'filter: with whom, past': shelf('past', { withId: met }),
    'filter: as mentee, past': shelf('past', { as: 'mentee' }),
    'filter: program, counts': counts({ programId: programs[3] }),
    'search: a name': shelf('past', { text: 'łukasz nowak 69' }),
    'search: a word of many notes': shelf('past', { text: 'résumé' }),
    'search: nothing is like it': shelf('past', { text: 'nothing like it' }),
    'search: counts': counts({ text: 'resume' }),
    'month: six weeks': ask('booking.calendar', { ...range(now), filter: everySession }),
    'month: six weeks, searched': ask('booking.calendar', {
      ...range(now),
      filter: { ...everySession, text: 'thesis' },
    }),
  };
}
