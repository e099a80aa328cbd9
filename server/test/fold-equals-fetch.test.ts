import { expect, test } from 'vitest';
import {
  keptBookings,
  type CommandName,
  type CommandWire,
  type Snapshot,
} from '@confab/shared/protocol';
import { accepted, company, requestFor, requested, type Company } from './stage/company.ts';
import { followed, snapshotFor } from './stage/snapshots.ts';

type Step = readonly [who: keyof Company & ('mentor' | 'mentee' | 'admin'), ...Given];
type Given = { [Name in CommandName]: readonly [Name, CommandWire<Name>] }[CommandName];

/** A company, what has happened before the snapshot, and the commands to fold. */
const stories: Record<string, (all: Company) => Promise<Step[]>> = {
  'the first message': async (all) => [['mentee', 'chat.send', { to: all.mentor, text: 'Hello' }]],
  'messages and reading': async (all) => {
    await all.stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
    return [
      ['mentor', 'chat.read', { with: all.mentee, upTo: 1 }],
      ['mentor', 'chat.send', { to: all.mentee, text: 'Welcome' }],
      ['mentee', 'chat.read', { with: all.mentor, upTo: 99 }],
    ];
  },
  'a request': async (all) => {
    await all.stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
    return [['mentee', 'booking.request', requestFor(all)]];
  },
  'an acceptance': async (all) => {
    const bookingId = await requested(all);
    return [['mentor', 'booking.accept', { bookingId, version: 1 }]];
  },
  'a decline': async (all) => {
    const bookingId = await requested(all);
    return [['mentor', 'booking.decline', { bookingId, reason: 'Away that week' }]];
  },
  'a proposal, withdrawn, made again, countered and accepted': async (all) => {
    const bookingId = await requested(all);
    return [
      ['mentor', 'booking.propose', { bookingId, version: 1, minutes: 30 }],
      ['mentor', 'booking.withdraw-proposal', { bookingId, version: 2 }],
      ['mentor', 'booking.propose', { bookingId, version: 1, minutes: 45 }],
      ['mentee', 'booking.propose', { bookingId, version: 3, minutes: 90 }],
      ['mentor', 'booking.accept', { bookingId, version: 4 }],
    ];
  },
  'a proposal refused': async (all) => {
    const bookingId = await requested(all);
    return [
      ['mentor', 'booking.propose', { bookingId, version: 1, minutes: 30 }],
      ['mentee', 'booking.refuse', { bookingId, version: 2 }],
    ];
  },
  'a withdrawal': async (all) => {
    const bookingId = await requested(all);
    return [['mentee', 'booking.withdraw', { bookingId }]];
  },
  'a cancellation': async (all) => {
    const bookingId = await accepted(all);
    return [['mentee', 'booking.cancel', { bookingId, reason: null }]];
  },
  'a completion, undone, then a no-show': async (all) => {
    const bookingId = await accepted(all);
    all.stage.pass({ hours: 50 });
    return [
      ['mentor', 'booking.complete', { bookingId, minutes: 60 }],
      ['mentor', 'booking.undo', { bookingId }],
      ['mentee', 'booking.no-show', { bookingId }],
    ];
  },
  'a profile, Away, a suspension and its end': async (all) => {
    await accepted(all);
    const { programId, mentor: personId } = all;
    return [
      ['mentor', 'person.update', { name: 'Aino Virtanen', portrait: 'seed-7' }],
      ['mentor', 'membership.set-availability', { programId, availability: 'away' }],
      ['admin', 'admin.suspend', { programId, personId }],
      ['admin', 'admin.reinstate', { programId, personId }],
    ];
  },
};

/** More bookings than a snapshot keeps, of which an old one comes to life again. */
stories['an old booking coming to life beyond the latest'] = async (all) => {
  const bookingId = await accepted(all, '2026-03-02', '14:00');
  all.stage.pass({ hours: 1, minutes: 40 });
  await all.stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 60 });
  for (let n = 0; n < keptBookings + 1; n++) {
    const { booking } = await all.stage.do(all.mentee, 'booking.request', requestFor(all));
    await all.stage.do(all.mentee, 'booking.withdraw', { bookingId: booking.id });
  }
  return [['mentor', 'booking.undo', { bookingId }]];
};

for (const [name, story] of Object.entries(stories))
  test(`C2 C3: folding equals fetching after ${name}`, async () => {
    const all = await company();
    await using stage = all.stage;
    const steps = await story(all);
    const people = ['mentor', 'mentee', 'admin'] as const;
    const folded = new Map<string, Snapshot>();
    for (const who of people) folded.set(who, await snapshotFor(stage, all[who]));

    for (const [who, command, input] of steps) {
      await stage.do(all[who], command, input);
      for (const viewer of people) {
        let state = folded.get(viewer) as Snapshot;
        for (const event of await stage.events(all[viewer], state.seq)) {
          expect(event.seq).toBe(state.seq + 1);
          state = followed(state, event);
        }
        folded.set(viewer, state);
        expect(state).toEqual(await snapshotFor(stage, all[viewer]));
      }
    }
  });
