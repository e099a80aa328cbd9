import * as fc from 'fast-check';
import type { CommandName } from '@confab/shared/protocol';
import { often, stridesOf, type Stride } from '../lives/strides.ts';

export type RuleDeed = CommandName | 'wait' | 'jump' | 'timer' | 'season' | 'race';
export type RuleStride = Stride<RuleDeed>;

/** Any step that the rules alone can meet. */
export const strides: fc.Arbitrary<RuleStride> = stridesOf(
  often<RuleDeed>(
    [12, fc.constant('booking.request')],
    [10, fc.constant('booking.accept')],
    [9, fc.constant('booking.propose')],
    [
      5,
      fc.constantFrom<RuleDeed>('booking.withdraw-proposal', 'booking.refuse', 'booking.decline'),
    ],
    [3, fc.constantFrom<RuleDeed>('booking.withdraw', 'booking.cancel')],
    [
      14,
      fc.constantFrom<RuleDeed>(
        'booking.complete',
        'booking.no-show',
        'booking.undo',
        'booking.contest',
        'booking.settle',
        'booking.extend-room',
      ),
    ],
    [
      5,
      fc.constantFrom<RuleDeed>(
        'chat.send',
        'person.update',
        'membership.set-availability',
        'program.change-settings',
        'admin.suspend',
        'admin.reinstate',
        'admin.reinstate',
      ),
    ],
    [6, fc.constant('wait')],
    [12, fc.constant('jump')],
    [5, fc.constant('timer')],
    [2, fc.constant('season')],
    [12, fc.constant('race')],
  ),
);
