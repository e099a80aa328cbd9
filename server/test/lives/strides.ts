import * as fc from 'fast-check';
import type { Location, ProgramSettings } from '@confab/shared';
import type { CommandName } from '@confab/shared/protocol';
import { anySettings } from './any-settings.ts';
import { zones } from './zones.ts';

/** What happens beside commands. */
type Event =
  'wait' | 'jump' | 'away' | 'back' | 'timer' | 'repeat' | 'other-payload' | 'kill' | 'set-clock';

/** One random step, before it is known what it meets. Numbers choose among what is there. */
export interface Stride<Deed = CommandName | Event> {
  deed: Deed;
  who: number;
  what: number;
  /** Mostly something that is open to someone, else what just fails to be, else anything at all. */
  aim: 'open' | 'near' | 'any';
  off: number;
  /** Minutes ahead of now. */
  ahead: number;
  minutes: number;
  place: Location;
  names: { start: boolean; minutes: boolean; place: boolean };
  which: 'earlier' | 'later' | undefined;
  zone: string;
  flag: boolean;
  settings: ProgramSettings;
  /** Of a kill: how long the commands in flight are given, in turns of the microtask queue. */
  turns: number;
}

export const often = <Value>(...weights: [number, fc.Arbitrary<Value>][]) =>
  fc.oneof(...weights.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const deeds = often<Stride['deed']>(
  [12, fc.constant('booking.request')],
  [12, fc.constant('booking.accept')],
  [8, fc.constant('booking.propose')],
  [14, fc.constantFrom<Stride['deed']>('chat.send', 'chat.read', 'notice.read')],
  [4, fc.constant('booking.withdraw-proposal')],
  [
    14,
    fc.constantFrom<Stride['deed']>(
      'booking.complete',
      'booking.no-show',
      'booking.undo',
      'booking.contest',
      'booking.settle',
      'booking.refuse',
      'person.update',
      'hours.set',
      'membership.set-availability',
    ),
  ],
  [
    5,
    fc.constantFrom<Stride['deed']>(
      'mail.choose',
      'push.choose',
      'push.subscribe',
      'push.subscribe',
      'push.unsubscribe',
      'push.unsubscribe',
      'calendar.renew',
      'calendar.revoke',
    ),
  ],
  [9, fc.constantFrom<Stride['deed']>('review.write', 'review.take-back', 'note.keep')],
  [
    5,
    fc.constantFrom<Stride['deed']>(
      'calendar-source.add-address',
      'calendar-source.add-address',
      'calendar-source.add-file',
      'calendar-source.remove',
      'calendar-source.refresh',
      'calendar-source.refresh',
      'calendar-source.refresh',
    ),
  ],
  [5, fc.constantFrom<Stride['deed']>('booking.decline', 'booking.withdraw', 'booking.cancel')],
  [
    8,
    fc.constantFrom<Stride['deed']>(
      'invitation.accept',
      'admin.create-program',
      'admin.invite',
      'admin.approve-mentor',
      'admin.suspend',
      'admin.suspend',
      'admin.reinstate',
      'admin.reinstate',
      'admin.reinstate',
    ),
  ],
  [6, fc.constant('booking.extend-room')],
  [2, fc.constant('program.change-settings')],
  [8, fc.constant('wait')],
  [14, fc.constant('jump')],
  [12, fc.constantFrom<Stride['deed']>('away', 'back', 'back', 'timer', 'timer')],
  [3, fc.constantFrom<Stride['deed']>('repeat', 'other-payload')],
  [4, fc.constant('kill')],
);

const places = fc.constantFrom<Location>(
  { kind: 'online' },
  { kind: 'online' },
  { kind: 'in-person', place: 'Library' },
  { kind: 'other', name: 'By telephone', place: '' },
);

/** Any step under a clock that goes on; with some chance the clock is set instead. */
export const strides = ({ clockIsSet }: { clockIsSet: boolean }): fc.Arbitrary<Stride> =>
  stridesOf(clockIsSet ? often([5, deeds], [1, fc.constant('set-clock' as const)]) : deeds);

/** Steps of these kinds. */
export const stridesOf = <Deed>(deed: fc.Arbitrary<Deed>): fc.Arbitrary<Stride<Deed>> =>
  fc.record({
    deed,
    who: fc.nat(1000),
    what: fc.nat(1000),
    aim: fc.constantFrom('open', 'open', 'open', 'open', 'open', 'near', 'near', 'any'),
    off: often([9, fc.constant(0)], [1, fc.constantFrom(-1, 1)]),
    ahead: often(
      [6, fc.integer({ min: 1, max: 72 * 60 })],
      [1, fc.integer({ min: -600, max: 9000 })],
    ),
    minutes: fc.constantFrom(30, 60, 60, 90, 25),
    place: places,
    names: fc.record({ start: fc.boolean(), minutes: fc.boolean(), place: fc.boolean() }),
    which: fc.constantFrom(undefined, undefined, 'earlier', 'later'),
    zone: fc.constantFrom(...zones),
    flag: fc.boolean(),
    settings: anySettings,
    turns: often([1, fc.nat(400)], [1, fc.nat(4000)]),
  });
