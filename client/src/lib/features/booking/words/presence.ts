import { fromText, otherSide, type Side } from '@confab/shared';
import type { Stay } from '@confab/shared/protocol';
import { m } from '#lib/paraglide/messages.js';
import { clockTime } from '#lib/ui/time/words.ts';

/** When a side was in the room, `13:58–14:10 and 14:12–14:41`; null: never. @see F3 */
export function staysOf(attendance: Stay[], side: Side, zone: string): string | null {
  const own = attendance.filter((stay) => stay.side === side);
  const stays = joined(own).map((stay) => stayWords(stay, zone));
  const last = stays.pop();
  if (last === undefined) return null;
  return stays.length === 0 ? last : m.booking_presence_and({ stays: stays.join(', '), last });
}

/** Milliseconds: whoever is back sooner, as after loading the page again, was not away. */
const away = 60_000;

function joined(stays: Stay[]): Stay[] {
  const all: Stay[] = [];
  for (const stay of stays) {
    const last = all.at(-1);
    const left = last?.leftAt ? fromText(last.leftAt).epochMilliseconds : null;
    const isBack = left !== null && fromText(stay.joinedAt).epochMilliseconds - left < away;
    if (last && isBack) all[all.length - 1] = { ...last, leftAt: stay.leftAt };
    else all.push(stay);
  }
  return all;
}

function stayWords({ joinedAt, leftAt }: Stay, zone: string): string {
  const from = clockTime(fromText(joinedAt), zone);
  return leftAt === null
    ? m.booking_presence_since({ from })
    : m.booking_presence_span({ from, to: clockTime(fromText(leftAt), zone) });
}

/** Who was in the room, a sentence for each of the two, to one of them. */
export function presence(attendance: Stay[], side: Side, name: string, zone: string): string[] {
  const mine = staysOf(attendance, side, zone);
  const theirs = staysOf(attendance, otherSide(side), zone);
  return [
    theirs
      ? m.booking_presence_they({ name, stays: theirs })
      : m.booking_presence_they_not({ name }),
    mine ? m.booking_presence_you({ stays: mine }) : m.booking_presence_you_not(),
  ];
}
