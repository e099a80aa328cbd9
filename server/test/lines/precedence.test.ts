import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Precedence } from '../../src/db/precedence.ts';

const waiting = fc.record({ people: fc.boolean(), behind: fc.boolean() });

test('people go first, what waits behind them has one turn in five, and nobody is called who does not wait', () => {
  fc.assert(
    fc.property(fc.array(waiting, { maxLength: 60 }), (rounds) => {
      const precedence = new Precedence();
      // Turns of people's in a row while somebody waited behind them.
      let before = 0;
      for (const waits of rounds) {
        if (!waits.behind) before = 0;
        const due = before === 4 || !waits.people;
        const nobody = !waits.people && !waits.behind;
        const next = precedence.next(waits);
        expect(next).toBe(nobody ? null : waits.behind && due ? 'behind' : 'people');
        before = next === 'people' && waits.behind ? before + 1 : 0;
      }
    }),
  );
});
