import { Temporal } from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import type { Call } from '../lives/rulings.ts';
import { Tally } from '../lives/tally.ts';
import type { World } from '../lives/world.ts';
import { offset } from '../lives/offsets.ts';

/** The changes of a zone's clocks after one instant, up to another. */
export function* changes(
  zone: string,
  after: number,
  upTo: number,
): Generator<'spring' | 'autumn'> {
  let at = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > upTo) return;
    const before = offset(zone, next.epochMilliseconds - 1);
    yield offset(zone, next.epochMilliseconds) > before ? 'spring' : 'autumn';
    at = next;
  }
}

/** What the lives by the rules alone met, so that a run can say what it tried. */
class Met extends Tally {
  readonly homes = new Set<string>();
  /** Zones whose clocks changed under somebody, forward and back. */
  readonly crossed = { spring: new Set<string>(), autumn: new Set<string>() };

  /** Time goes on to `at`: some people's clocks change. */
  passed(world: World, at: number): void {
    for (const { zone } of world.people.values()) {
      this.homes.add(zone);
      for (const way of changes(zone, world.now, at)) {
        this.count(`clocks changed in ${way}`);
        this.crossed[way].add(zone);
      }
    }
  }

  /** An offer's response clock runs over a change of clocks. */
  answered(world: World, { name, input }: Call, answer: Answer<unknown>): void {
    if (!answer.ok || (name !== 'booking.request' && name !== 'booking.propose')) return;
    const id = name === 'booking.propose' ? input.bookingId : [...world.sessions.keys()].at(-1);
    const table = world.sessions.get(id ?? '')?.table;
    if (!table) return;
    this.count('response clock');
    for (const way of changes(table.zone, table.made, table.clockEnds))
      this.count(`response clock over a change in ${way}`);
  }
}

export const met = new Met();
