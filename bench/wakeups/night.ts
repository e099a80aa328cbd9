import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Temporal, type Instant } from '@confab/shared';
import { createCore } from '../../server/src/core.ts';
import { openSqlite } from '../../server/src/db/open.ts';
import { Seal } from '../../server/src/db/seal.ts';
import type { Townsman } from '../town/town.ts';

const nothing = () => undefined;
const media = { place: () => '', leastBusy: () => '', open: () => Promise.resolve() };

/** Hours before now at which everything was asked for, and nothing was done since. */
export const hoursAgo = 30;

/** Hours from now at which agreed sessions start: one is over, three are near. */
const agreed = [-6, 18, 20, 22];
/** Hours from now of requests that nobody has answered, beside the town's own. */
const unanswered = [70, 72, 74];

/**
 * What the pairs of a town have asked for and agreed on by commands, thirty hours ago: since then
 * deadlines have passed, a session is over, and reminders are due for others.
 */
export async function lastNight(folder: string, people: readonly Townsman[]): Promise<void> {
  await using store = await openSqlite(join(folder, 'confab.db'));
  const now = Temporal.Now.instant();
  const then = now.subtract({ hours: hoursAgo });
  const core = createCore({
    store,
    clock: () => then,
    media: media as never,
    signer: { room: () => Promise.resolve(''), probe: () => Promise.resolve('') },
    seal: new Seal(randomBytes(32)),
    pushed: nothing,
    directoryChanged: nothing,
    failed: (error) => {
      throw error;
    },
  });
  const give = async (personId: string, name: string, input: object): Promise<unknown> => {
    const asker = { personId, sessionId: '' };
    const answer = await core.dispatch.command(asker, name, randomUUID(), input, then);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const { id: programId } = await store.db
    .selectFrom('program')
    .select('id')
    .executeTakeFirstOrThrow();
  const request = async (mentor: Townsman, hours: number): Promise<string> => {
    const { booking } = (await give(mentor.other, 'booking.request', {
      programId,
      mentorId: mentor.id,
      start: startIn(now, hours),
      minutes: 60,
      location: { kind: 'online' },
      note: null,
    })) as { booking: { id: string } };
    return booking.id;
  };
  const mentors = people.filter((_, index) => index % 2 === 0);
  await Promise.all(
    mentors.map(async (mentor) => {
      for (const hours of agreed) {
        const bookingId = await request(mentor, hours);
        await give(mentor.id, 'booking.accept', { bookingId, version: 1 });
      }
      for (const hours of unanswered) await request(mentor, hours);
    }),
  );
}

function startIn(now: Instant, hours: number) {
  const at = now.add({ hours }).toZonedDateTimeISO('UTC').toPlainDateTime();
  const [date, time] = at.round({ smallestUnit: 'minute' }).toString().split('T');
  return { date, time: time?.slice(0, 5), zone: 'UTC' };
}
