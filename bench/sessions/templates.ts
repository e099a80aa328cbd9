import { randomBytes, randomUUID } from 'node:crypto';
import { defaultSettings, Temporal, type Instant } from '@confab/shared';
import type { BookingView } from '@confab/shared/protocol';
import { createCore } from '../../server/src/core.ts';
import { Seal } from '../../server/src/db/seal.ts';
import type { Store } from '../../server/src/db/store.ts';
import { addPerson } from '../../server/src/features/people/store.ts';
import {
  addMembership,
  addProgram,
  changeMembership,
} from '../../server/src/features/programs/store.ts';

const nothing = () => undefined;
const media = {
  place: () => '',
  leastBusy: () => '',
  open: () => Promise.resolve(),
  close: () => Promise.resolve(),
  evict: () => Promise.resolve(),
  onAttendance: nothing,
};

/** A Confab without its edges, on that store. */
export const coreOn = (store: Store, clock: () => Instant) =>
  createCore({
    store,
    clock,
    media: media as never,
    signer: { room: () => Promise.resolve(''), probe: () => Promise.resolve('') },
    seal: new Seal(randomBytes(32)),
    pushed: nothing,
    directoryChanged: nothing,
    failed: (error) => {
      throw error;
    },
  });

/** Commands on a request, each so many hours after it. */
type Story = { who: 'mentor' | 'mentee'; name: string; input: object; after: number }[];

const accept = { who: 'mentor', name: 'booking.accept', input: { version: 1 }, after: 1 } as const;
const stories: Record<string, Story> = {
  declined: [{ who: 'mentor', name: 'booking.decline', input: { reason: 'Away' }, after: 1 }],
  withdrawn: [{ who: 'mentee', name: 'booking.withdraw', input: {}, after: 1 }],
  cancelled: [accept, { who: 'mentee', name: 'booking.cancel', input: { reason: null }, after: 2 }],
  completed: [
    accept,
    { who: 'mentor', name: 'booking.complete', input: { minutes: 60 }, after: 74 },
  ],
  'no-show': [accept, { who: 'mentor', name: 'booking.no-show', input: {}, after: 74 }],
  accepted: [accept],
  pending: [],
};

/** One booking of each state, brought about by commands; all others are told after these. */
export async function templates(store: Store, begin: Instant): Promise<string[]> {
  let now = begin;
  const core = coreOn(store, () => now);
  const [programId, mentor, mentee] = [randomUUID(), randomUUID(), randomUUID()];
  await store.write(async (tx) => {
    await addProgram(
      tx,
      { id: programId, name: 'Pattern', purpose: '', settings: defaultSettings },
      now,
    );
    for (const [id, role] of [
      [mentor, 'mentor'],
      [mentee, 'mentee'],
    ] as const) {
      await addPerson(
        tx,
        { id, name: role, email: `${id}@example.org`, zone: 'UTC', admin: false },
        now,
      );
      await addMembership(tx, programId, id, role, now);
      await changeMembership(tx, programId, id, { status: 'active' });
    }
  });
  const give = async (who: string, name: string, input: object): Promise<unknown> => {
    const asker = { personId: who, sessionId: '' };
    const answer = await core.dispatch.command(asker, name, randomUUID(), input, now);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  await give(mentee, 'chat.send', { to: mentor, text: 'Hello' });
  const made: string[] = [];
  for (const story of Object.values(stories)) {
    const asked = now;
    const day = now.add({ hours: 72 }).toString();
    const { booking } = (await give(mentee, 'booking.request', {
      programId,
      mentorId: mentor,
      start: { date: day.slice(0, 10), time: '10:00', zone: 'UTC' },
      minutes: 60,
      location: { kind: 'online' },
      note: 'I would like to talk about what comes after my studies.',
    })) as BookingView;
    for (const { who, name, input, after } of story) {
      now = asked.add({ hours: after });
      await give(who === 'mentor' ? mentor : mentee, name, { bookingId: booking.id, ...input });
    }
    made.push(booking.id);
    now = asked.add({ hours: 24 * 7 });
  }
  return made;
}

/** Before all that is told after them. */
export const templatesBegin = (now: Instant): Instant =>
  Temporal.Instant.from(
    `${now
      .subtract({ hours: 24 * 90 })
      .toString()
      .slice(0, 10)}T09:00:00Z`,
  );
