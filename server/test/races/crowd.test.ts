import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { CommandName, CommandWire } from '@confab/shared/protocol';
import { followed, snapshotFor } from '../stage/snapshots.ts';
import { feedsAreWhole } from './feeds.ts';
import { ring, type Ring } from './ring.ts';

vi.setConfig({ testTimeout: 120_000 });

type Given = { [Name in CommandName]: readonly [Name, CommandWire<Name>] }[CommandName];

/** What somebody may try; most of it fits the moment, some of it does not. */
const attempt = fc.record({
  kind: fc.constantFrom('write', 'read', 'accept', 'propose', 'withdraw', 'cancel', 'ask', 'mood'),
  request: fc.nat(3),
  byMentor: fc.boolean(),
  version: fc.integer({ min: 1, max: 3 }),
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

test('C2 B6: few people, many commands at once: no error, and folding equals fetching', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 40, maxLength: 80 }), async (attempts) => {
      const all = await ring(2);
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
        expect(overlapsOf(state.bookings.map(({ booking }) => booking))).toEqual([]);
      }
    }),
    { numRuns: 3 },
  );
});

type Held = { id: string; state: string; terms: { startsAt: string; endsAt: string } };

/** Pairs of one person's agreed sessions that overlap. @see B6 */
function overlapsOf(bookings: readonly Held[]): [string, string][] {
  const agreed = bookings.filter(({ state }) => state === 'accepted');
  return agreed.flatMap((one) =>
    agreed
      .filter((other) => one.id < other.id)
      .filter(({ terms }) => one.terms.startsAt < terms.endsAt && terms.startsAt < one.terms.endsAt)
      .map((other): [string, string] => [one.id, other.id]),
  );
}
