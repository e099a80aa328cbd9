import {
  bookedMinutes,
  sideOf,
  type ChangedTerm,
  type Offer,
  type Outcome,
  type Side,
  type Terms,
} from '@confab/shared';
import { lengthIn, momentIn, spanIn } from './moments.ts';
import type { Page } from './page.ts';
import { placeIn } from './place.ts';
import type { Told } from './spoken.ts';
import type { Words } from './words/index.ts';

/** What is told of beside the booking. */
interface Beside {
  other: { name: string; zone: string };
  program: string;
  /** What the reader is asked to answer; null: nothing. */
  offer: Offer | null;
}

/** The rows of a letter about a session: what is, and of what changes also what was. */
export function sessionFacts(
  { booking, event, terms, instead, changed, took }: Told,
  { other, program, offer }: Beside,
  { id, zone, words }: { id: string; zone: string; words: Words },
): Page['facts'] {
  const { facts } = words;
  const told = (part: ChangedTerm, say: (terms: Terms) => string) =>
    instead && changed.has(part) ? facts.change(say(instead), say(terms)) : say(terms);
  const reason = event && 'reason' in event ? event.reason : null;
  const rows: Page['facts'][number][] = [[facts.when, spanIn(terms, zone, words)]];
  if (other.zone !== zone)
    rows.push([facts.theirTime(other.name), spanIn(terms, other.zone, words)]);
  if (instead && changed.has('start')) rows.push([facts.instead, spanIn(instead, zone, words)]);
  rows.push([facts.length, told('length', (one) => lengthIn(bookedMinutes(one), words))]);
  if (took !== null) rows.push([facts.took, lengthIn(took, words)]);
  rows.push([facts.where, told('place', ({ location }) => placeIn(location, words))]);
  rows.push([facts.program, program]);
  if (offer) rows.push([facts.answerBy, momentIn(offer.respondBy, zone, words)]);
  if (event?.type === 'settled')
    rows.push([facts.settled, outcomeOf(event.outcome, sideOf(booking, id), other.name, words)]);
  if (reason) rows.push([facts.reason, reason]);
  return rows;
}

function outcomeOf(outcome: Outcome, side: Side | null, name: string, words: Words): string {
  const { completed, youMissed, theyMissed } = words.outcomes;
  if (outcome.kind === 'completed') return completed(lengthIn(outcome.minutes, words));
  return outcome.of === side ? youMissed : theyMissed(name);
}
