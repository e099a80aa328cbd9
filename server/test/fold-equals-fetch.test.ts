import { expect, test } from 'vitest';
import { defaultMailChoices, defaultPushChoices, defaultSettings } from '@confab/shared';
import {
  keptBookings,
  type CommandName,
  type CommandWire,
  type Snapshot,
} from '@confab/shared/protocol';
import { calendarOf, completed, givenUp, reviewed } from './authorisation/people.ts';
import { dialectOf } from '../src/db/dialect.ts';
import type { Grown } from '../src/feed/grown.ts';
import { accepted, company, requestFor, requested, type Company } from './stage/company.ts';
import { revisionOf, settle } from './stage/cases.ts';
import { device, deviceIdOf } from './stage/device.ts';
import { officeHours } from './stage/hours.ts';
import { followed, snapshotFor } from './stage/snapshots.ts';

type Step = readonly [who: keyof Company & ('mentor' | 'mentee' | 'admin'), ...Given];
type Given = { [Name in CommandName]: readonly [Name, CommandWire<Name>] }[CommandName];

type Story = (all: Company) => Promise<Step[]>;

/** The room extension is off by default. */
async function allowExtension({ stage, admin, programId }: Company): Promise<void> {
  const settings = { ...defaultSettings, roomExtension: true };
  await stage.do(admin, 'program.change-settings', { programId, version: 1, settings });
}

/** A completed session in a program that the admin manages. */
async function marked(all: Company): Promise<string> {
  const { stage, admin, programId } = all;
  await stage.join(admin, programId, admin, 'manager');
  const bookingId = await accepted(all);
  stage.pass({ hours: 50 });
  await stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 60 });
  return bookingId;
}

/** What has happened before the snapshot, and the commands to fold; one story for each command. */
const ofCommand: Record<CommandName, Story> = {
  'chat.send': async (all) => [['mentee', 'chat.send', { to: all.mentor, text: 'Hello' }]],
  'chat.read': async (all) => {
    await all.stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
    return [
      ['mentor', 'chat.read', { with: all.mentee, upTo: 1 }],
      ['mentor', 'chat.send', { to: all.mentee, text: 'Welcome' }],
      ['mentee', 'chat.read', { with: all.mentor, upTo: 99 }],
    ];
  },
  'notice.read': async (all) => {
    const bookingId = await requested(all);
    return [
      ['mentor', 'notice.read', { upTo: 1 }],
      ['mentor', 'booking.decline', { bookingId, reason: null }],
      ['mentee', 'notice.read', { upTo: 99 }],
    ];
  },
  'mail.choose': async (all) => {
    await accepted(all);
    return [['mentor', 'mail.choose', { ...defaultMailChoices, changes: 'off' }]];
  },
  'push.choose': async (all) => {
    await accepted(all);
    return [['mentor', 'push.choose', { ...defaultPushChoices, messages: true }]];
  },
  'push.subscribe': async () => [['mentor', 'push.subscribe', device]],
  'push.unsubscribe': async (all) => {
    await all.stage.do(all.mentor, 'push.subscribe', device);
    return [['mentor', 'push.unsubscribe', { deviceId: deviceIdOf(device.endpoint) }]];
  },
  'calendar.renew': async () => [['mentee', 'calendar.renew', { token: 'cd'.repeat(32) }]],
  'calendar.revoke': async () => [
    ['mentee', 'calendar.renew', { token: 'cd'.repeat(32) }],
    ['mentee', 'calendar.revoke', {}],
  ],
  'admin.retry-mail': async (all) => [
    ['admin', 'admin.retry-mail', { letterId: await givenUp(all) }],
  ],
  'booking.request': async (all) => {
    await all.stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
    return [['mentee', 'booking.request', requestFor(all)]];
  },
  'booking.accept': async (all) => [
    ['mentor', 'booking.accept', { bookingId: await requested(all), version: 1 }],
  ],
  'booking.decline': async (all) => [
    ['mentor', 'booking.decline', { bookingId: await requested(all), reason: 'Away that week' }],
  ],
  'booking.propose': async (all) => {
    const bookingId = await accepted(all);
    return [
      ['mentor', 'booking.propose', { bookingId, version: 1, minutes: 30 }],
      ['mentee', 'booking.propose', { bookingId, version: 2, minutes: 45 }],
      ['mentor', 'booking.accept', { bookingId, version: 3 }],
    ];
  },
  'booking.refuse': async (all) => {
    const bookingId = await requested(all);
    return [
      ['mentor', 'booking.propose', { bookingId, version: 1, minutes: 30 }],
      ['mentee', 'booking.refuse', { bookingId, version: 2 }],
    ];
  },
  'booking.withdraw-proposal': async (all) => {
    const bookingId = await requested(all);
    return [
      ['mentor', 'booking.propose', { bookingId, version: 1, minutes: 30 }],
      ['mentor', 'booking.withdraw-proposal', { bookingId, version: 2 }],
      ['mentor', 'booking.propose', { bookingId, version: 1, minutes: 45 }],
      ['mentee', 'booking.propose', { bookingId, version: 3, minutes: 90 }],
      ['mentor', 'booking.accept', { bookingId, version: 4 }],
    ];
  },
  'booking.withdraw': async (all) => [
    ['mentee', 'booking.withdraw', { bookingId: await requested(all) }],
  ],
  'booking.cancel': async (all) => [
    ['mentee', 'booking.cancel', { bookingId: await accepted(all), reason: null }],
  ],
  'booking.complete': async (all) => {
    const bookingId = await accepted(all);
    all.stage.pass({ hours: 50 });
    return [['mentor', 'booking.complete', { bookingId, minutes: 60 }]];
  },
  'booking.undo': async (all) => {
    const bookingId = await accepted(all);
    all.stage.pass({ hours: 50 });
    await all.stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 60 });
    return [['mentor', 'booking.undo', { bookingId }]];
  },
  'booking.contest': async (all) => {
    const bookingId = await marked(all);
    return [
      ['mentee', 'booking.contest', { bookingId, reason: 'It was shorter' }],
      ['mentor', 'booking.undo', { bookingId }],
    ];
  },
  'booking.settle': async (all) => {
    const bookingId = await marked(all);
    await all.stage.do(all.mentee, 'booking.contest', { bookingId, reason: 'It was shorter' });
    const outcome = { kind: 'no-show', of: 'mentee' } as const;
    const revision = await revisionOf(all.stage, bookingId);
    const settled = { bookingId, outcome, reason: 'Both agree' };
    return [
      ['admin', 'booking.settle', { ...settled, revision }],
      ['admin', 'booking.settle', { ...(await settle(all, bookingId)), revision: revision + 1 }],
    ];
  },
  'booking.no-show': async (all) => {
    const bookingId = await accepted(all);
    all.stage.pass({ hours: 50 });
    return [['mentee', 'booking.no-show', { bookingId }]];
  },
  'booking.extend-room': async (all) => {
    await allowExtension(all);
    const bookingId = await accepted(all, '2026-03-02', '14:00');
    all.stage.pass({ hours: 2 });
    return [['mentor', 'booking.extend-room', { bookingId }]];
  },
  'review.write': async (all) => {
    const { bookingId } = await completed(all);
    return [
      ['mentee', 'review.write', { bookingId, rating: 5, text: 'Clear and kind' }],
      ['mentor', 'review.write', { bookingId, rating: 4, text: '' }],
      ['mentee', 'review.write', { bookingId, rating: 4, text: '' }],
      ['mentor', 'booking.undo', { bookingId }],
      ['mentor', 'booking.complete', { bookingId, minutes: 55 }],
    ];
  },
  'review.take-back': async (all) => {
    const about = await reviewed(all);
    return [
      ['mentee', 'review.take-back', about],
      ['mentee', 'review.write', { ...about, rating: 2, text: '' }],
    ];
  },
  'note.keep': async (all) => {
    const bookingId = await accepted(all);
    return [
      ['mentee', 'note.keep', { bookingId, version: 0, text: 'Ask about Kotka' }],
      ['mentee', 'note.keep', { bookingId, version: 1, text: '' }],
    ];
  },
  'person.update': async (all) => {
    await accepted(all);
    return [['mentor', 'person.update', { name: 'Aino Virtanen', portrait: 'seed-7' }]];
  },
  'hours.set': async (all) => {
    await accepted(all);
    return [
      ['mentor', 'hours.set', { hours: officeHours }],
      ['mentor', 'hours.set', { hours: null }],
    ];
  },
  'calendar-source.add-address': async () => [
    ['mentor', 'calendar-source.add-address', { name: 'Work', address: 'https://a.example/b' }],
  ],
  'calendar-source.add-file': async (all) => {
    await accepted(all);
    return [
      ['mentor', 'calendar-source.add-file', { name: 'Work', busy: [29_541_600, 60], leftOut: 0 }],
    ];
  },
  'calendar-source.remove': async (all) => [
    ['mentor', 'calendar-source.remove', await calendarOf(all)],
  ],
  'calendar-source.refresh': async (all) => [
    ['mentor', 'calendar-source.refresh', await calendarOf(all)],
  ],
  'membership.set-availability': async (all) => {
    await accepted(all);
    const { programId } = all;
    return [['mentor', 'membership.set-availability', { programId, availability: 'away' }]];
  },
  'invitation.accept': async (all) => {
    await accepted(all);
    const { stage, admin } = all;
    const another = { name: 'Second steps', purpose: '' };
    const { programId } = await stage.do(admin, 'admin.create-program', another);
    const token = await stage.invite(admin, programId, 'mentee');
    return [['mentee', 'invitation.accept', { token }]];
  },
  'program.change-settings': async (all) => {
    await accepted(all);
    const clock = { hours: 1, opens: '10:00', closes: '11:00', closedDays: [7] };
    const settings = { ...defaultSettings, clock, margins: { before: 0, after: 0 } };
    return [
      ['admin', 'program.change-settings', { programId: all.programId, version: 1, settings }],
    ];
  },
  'admin.create-program': async () => [
    ['admin', 'admin.create-program', { name: 'Another', purpose: '' }],
  ],
  'admin.invite': async ({ programId }) => [
    ['admin', 'admin.invite', { programId, role: 'mentor', token: 'ab'.repeat(32) }],
  ],
  'admin.approve-mentor': async (all) => {
    const { stage, admin, mentor: personId } = all;
    await requested(all);
    const another = { name: 'Second steps', purpose: '' };
    const { programId } = await stage.do(admin, 'admin.create-program', another);
    const token = await stage.invite(admin, programId, 'mentor');
    await stage.do(personId, 'invitation.accept', { token });
    return [['admin', 'admin.approve-mentor', { programId, personId }]];
  },
  'admin.suspend': async (all) => {
    await accepted(all);
    return [['admin', 'admin.suspend', { programId: all.programId, personId: all.mentor }]];
  },
  'admin.reinstate': async (all) => {
    await accepted(all);
    const membership = { programId: all.programId, personId: all.mentee };
    return [
      ['admin', 'admin.suspend', membership],
      ['admin', 'admin.reinstate', membership],
    ];
  },
};

const stories: Record<string, Story> = { ...ofCommand };

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

/** A manager has never written with either of the two. */
stories['a new name of somebody whom a case names'] = async (all) => {
  const bookingId = await marked(all);
  await all.stage.do(all.mentee, 'booking.contest', { bookingId, reason: 'It was shorter' });
  return [
    ['mentor', 'person.update', { name: 'Aino Virtanen' }],
    ['mentee', 'person.update', { zone: 'America/Bogota' }],
  ];
};

for (const [name, story] of Object.entries(stories))
  test(`C2 C3: folding equals fetching after ${name}`, async () => {
    const all = await company();
    await using stage = all.stage;
    const steps = await story(all);
    const people = ['mentor', 'mentee', 'admin'] as const;
    const folded = new Map<string, Snapshot>();
    for (const who of people) folded.set(who, await snapshotFor(stage, all[who]));
    let grown: Grown = new Map();
    stage.watches = () => true;
    stage.pushed = (pushed) => void (grown = pushed);

    for (const [who, command, input] of steps) {
      grown = new Map();
      await stage.do(all[who], command, input);
      for (const viewer of people) {
        let state = folded.get(viewer) as Snapshot;
        const events = await stage.events(all[viewer], state.seq);
        expect(grown.has(all[viewer])).toBe(events.length > 0);
        // What a transaction of the embedded store shows is what is read afterwards.
        const shown = grown.get(all[viewer]) ?? null;
        const few = grown.size <= 4 && events.length > 0 && events.length <= 4;
        expect(shown).toEqual(few && dialectOf(stage.db) === 'sqlite' ? events : null);
        for (const event of events) {
          expect(event.seq).toBe(state.seq + 1);
          state = followed(state, event);
        }
        folded.set(viewer, state);
        expect(state).toEqual(await snapshotFor(stage, all[viewer]));
      }
    }
  });
