import { fromText, type Instant } from '@confab/shared';
import type { TimelineEntry } from '@confab/shared/protocol';
import { m } from '#lib/paraglide/messages.js';
import { minutesInWords, moment } from '#lib/ui/time/words.ts';
import { changeWords } from './change-words.ts';
import type { Viewpoint } from './viewpoint.ts';

/** One entry of the timeline as a sentence. @param who the acting person's name, or `You` */
export function eventSentence(
  entry: TimelineEntry,
  who: string,
  { side, zone, other: { name } }: Viewpoint,
  now: Instant,
): string {
  const startsAt = entry.startsAt && fromText(entry.startsAt);
  const when = startsAt ? moment(startsAt, zone, now) : '';
  const changes = changeWords(entry.change, when || null);
  switch (entry.type) {
    case 'requested':
      return m.booking_event_requested({ who, when });
    case 'proposed':
      return `${m.booking_did_propose({ who, changes })}.`;
    case 'accepted':
    case 'moved':
      return entry.type === 'moved' || entry.change
        ? `${m.booking_did_accept({ who, changes })}.`
        : m.booking_event_accepted({ who, when });
    case 'declined':
      return m.booking_event_declined({ who });
    case 'proposal-refused':
      return m.booking_event_proposal_refused({ who });
    case 'proposal-withdrawn':
      return m.booking_event_proposal_withdrawn({ who });
    case 'proposal-lapsed':
      return m.booking_event_proposal_lapsed();
    case 'withdrawn':
      return m.booking_event_withdrawn({ who });
    case 'expired':
      return m.booking_event_expired();
    case 'cancelled':
      return entry.by ? m.booking_event_cancelled({ who }) : m.booking_event_ended();
    case 'completed':
      return m.booking_event_completed({ who, duration: minutesInWords(entry.minutes ?? 0) });
    case 'marked-no-show':
      return entry.missed === side
        ? `${m.booking_did_miss_you({ who })}.`
        : `${m.booking_did_miss({ who, name })}.`;
    case 'undone':
      return m.booking_event_undone({ who });
    case 'contested':
      return m.booking_event_contested({ who });
    case 'settled':
      return settledSentence(entry);
    case 'room-extended':
      return m.booking_event_extended({ who, minutes: entry.minutes ?? 0 });
    default:
      return m.booking_event_other();
  }
}

function settledSentence({ missed, minutes }: TimelineEntry): string {
  if (missed === 'mentor') return m.booking_event_settled_mentor();
  if (missed === 'mentee') return m.booking_event_settled_mentee();
  return m.booking_event_settled({ duration: minutesInWords(minutes ?? 0) });
}
