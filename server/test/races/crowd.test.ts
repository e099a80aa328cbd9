import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { CommandName, CommandWire } from '@confab/shared/protocol';
import { followed, snapshotFor } from '../stage/snapshots.ts';
import { feedsAreWhole } from './feeds.ts';
import { afternoon, ring, type Ring } from './ring.ts';

vi.setConfig({ testTimeout: 120_000 });

type Given = { [Name in CommandName]: readonly [Name, CommandWire<Name>] }[CommandName];

/** When each pair of the ring asks, beside each other; every second pair half an hour later. */
const hours = [
  ['13:00', '14:00', '15:00'],
  ['13:30', '14:30', '15:30'],
] as const;
const requests = 4 * hours[0].length;

/** What somebody may try; most of it fits the moment, some of it does not. */
const attempt = fc.record({
  kind: fc.oneof(
    { weight: 10, arbitrary: fc.constant('accept' as const) },
    { weight: 2, arbitrary: fc.constant('propose' as const) },
    {
      weight: 6,
      arbitrary: fc.constantFrom('write', 'read', 'withdraw', 'cancel', 'ask', 'mood'),
    },
  ),
  request: fc.nat(requests - 1),
  byMentor: fc.constantFrom(true, true, true, false),
  version: fc.constantFrom(1, 1, 1, 2, 2, 3),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never;

function commandOf(all: Ring, { kind, request, byMentor, version }: Attempt): [string, ...Given] {
  const { bookingId, mentor, mentee } = all.requests[request] ?? { ...all.requests[0]! };
  const { programId } = all;
  const [actor, other] = byMentor ? [mentor, mentee] : [mentee, mentor];
  const start = { date: '2026-03-05', time: `1${String(version)}:30`, zone: 'Asia/Tehran' };
  switch (kind) {
    case 'write':
      return [actor, 'chat.send', { to: other, text: `Number ${String(version)}` }];
    case 'read':
      return [actor, 'chat.read', { with: other, upTo: version }];
    case 'accept':
      return [actor, 'booking.accept', { bookingId, version }];
    case 'propose':
      return [actor, 'booking.propose', { bookingId, version, start }];
    case 'withdraw':
      return [mentee, 'booking.withdraw', { bookingId }];
    case 'cancel':
      return [actor, 'booking.cancel', { bookingId, reason: null }];
    case 'ask': {
      const location = { kind: 'online' as const };
      const asked = { programId, mentorId: mentor, start, minutes: 60, location, note: null };
      return [mentee, 'booking.request', asked];
    }
    case 'mood': {
      const availability = version === 1 ? 'busy' : 'available';
      return [mentor, 'membership.set-availability', { programId, availability }];
    }
  }
}

/** Everybody asks at all of their hours. */
async function crowd(): Promise<Ring> {
  const timesOf = (index: number) => hours[index % 2 === 0 ? 0 : 1];
  const all = await ring(2, (index) => ({ start: afternoon(timesOf(index)[0]), minutes: 60 }));
  const { stage, programId } = all;
  const more = await Promise.all(
    all.requests.flatMap(({ mentor, mentee }, index) =>
      timesOf(index)
        .slice(1)
        .map(async (time) => {
          const { booking } = await stage.do(mentee, 'booking.request', {
            programId,
            mentorId: mentor,
            start: afternoon(time),
            minutes: 60,
            location: { kind: 'online' },
            note: null,
          });
          return { bookingId: booking.id, mentor, mentee };
        }),
    ),
  );
  return { ...all, requests: [...all.requests, ...more] };
}

test('C2 B6: few people, many commands at once: no error, and folding equals fetching', async () => {
  const met = { agreed: 0, beside: 0, refusedAsBusy: 0, others: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 60, maxLength: 100 }), async (attempts) => {
      const all = await crowd();
      await using stage = all.stage;
      const people = [...all.mentors, ...all.mentees];
      const before = await Promise.all(people.map((one) => snapshotFor(stage, one)));

      const answers = await Promise.all(
        attempts.map((one) => {
          const [actor, name, input] = commandOf(all, one);
          return stage.give(actor, name, input);
        }),
      );
      expect(answers).toHaveLength(attempts.length);
      expect(stage.failures).toEqual([]);
      await feedsAreWhole(stage, people);
      for (const [index, personId] of people.entries()) {
        let state = before[index]!;
        for (;;) {
          const events = await stage.events(personId, state.seq);
          for (const event of events) state = followed(state, event);
          if (events.length === 0) break;
        }
        expect(state).toEqual(await snapshotFor(stage, personId));
        const agreed = state.bookings
          .map(({ booking }) => booking)
          .filter((booking) => booking.state === 'accepted');
        expect(overlapsOf(agreed)).toEqual([]);
        met.agreed += agreed.length;
        met.beside += agreed.length > 1 ? 1 : 0;
      }
      for (const [index, answer] of answers.entries()) {
        if (attempts[index]?.kind !== 'accept') met.others += answer.ok ? 1 : 0;
        else if (!answer.ok && answer.code === 'busy') met.refusedAsBusy += 1;
      }
    }),
    { numRuns: 8 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
  console.log(met);
});

type Held = { id: string; terms: { startsAt: string; endsAt: string } };

/** Pairs of one person's agreed sessions that overlap. @see B6 */
function overlapsOf(agreed: readonly Held[]): [string, string][] {
  return agreed.flatMap((one) =>
    agreed
      .filter((other) => one.id < other.id)
      .filter(({ terms }) => one.terms.startsAt < terms.endsAt && terms.startsAt < one.terms.endsAt)
      .map((other): [string, string] => [one.id, other.id]),
  );
}
