import * as v from 'valibot';
import { mostBusy } from '../busy/index.ts';
import { ratings } from '../review/index.ts';
import { mostOtherDays, mostStretches } from '../hours/index.ts';
import { Temporal } from '../time/index.ts';
import { mailTopics, tongues, type MailTopic } from '../telling/index.ts';

/** Fields that several commands share. Every text has a bound; every id is a UUID. */
export const id = v.pipe(v.string(), v.uuid());
/** Nobody types a NUL, and PostgreSQL keeps no text that has one. */
function hasNoNul(written: string): boolean {
  return !written.includes('\0');
}

/** What people write. */
const text = v.pipe(v.string(), v.check(hasNoNul), v.trim());
/** There is something to see, not only joiners and spaces of no width. */
const seen = v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u);
export const line = v.pipe(text, seen, v.maxLength(120));
export const lineOrNone = v.pipe(text, v.maxLength(120));
export const paragraph = v.pipe(text, v.maxLength(2000));
export const messageText = v.pipe(text, seen, v.maxLength(4000));
/** A private note is kept as it is typed. */
export const noteText = v.pipe(v.string(), v.check(hasNoNul), v.maxLength(5000));
/** One to five. @see F6 */
export const rating = v.picklist(ratings);
export const reason = v.nullable(v.pipe(text, v.maxLength(500)));
/** Where one must be given. */
export const reasonGiven = v.pipe(text, seen, v.maxLength(500));
export const whole = v.pipe(v.number(), v.safeInteger());
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const zone = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
/** One that Confab speaks. @see N4 */
export const tongue = v.picklist(tongues);
export const minutes = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1440));

/** How a manager settles a session. */
export const outcome = v.variant('kind', [
  v.strictObject({ kind: v.literal('completed'), minutes }),
  v.strictObject({ kind: v.literal('no-show'), of: v.picklist(['mentor', 'mentee']) }),
]);

/** An instant as `toText` writes it. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.check(isInstant),
);

function isInstant(written: string): boolean {
  try {
    Temporal.Instant.from(written);
    return true;
  } catch {
    return false;
  }
}

const stretches = v.pipe(
  v.array(
    v.strictObject({
      from: v.pipe(v.string(), v.maxLength(5)),
      to: v.pipe(v.string(), v.maxLength(5)),
    }),
  ),
  v.maxLength(mostStretches + 1),
);

/** Shapes and bounds alone: `checkHours` says whether they can be a mentor's. */
export const hours = v.strictObject({
  week: v.pipe(v.array(stretches), v.maxLength(7)),
  otherDays: v.pipe(
    v.array(
      v.strictObject({
        first: v.pipe(v.string(), v.maxLength(10)),
        last: v.pipe(v.string(), v.maxLength(10)),
        stretches,
      }),
    ),
    v.maxLength(mostOtherDays + 1),
  ),
  longestDay: v.nullable(whole),
  pause: whole,
});

/** Bounds alone: `busyWithin` says whether they can be anybody's. */
export const packedBusy = v.pipe(v.array(whole), v.maxLength(2 * mostBusy));

export const localMoment = v.strictObject({
  date: v.pipe(v.string(), v.maxLength(10)),
  time: v.pipe(v.string(), v.maxLength(8)),
  zone,
  which: v.optional(v.picklist(['earlier', 'later'])),
});

export const location = v.variant('kind', [
  v.strictObject({ kind: v.literal('online') }),
  v.strictObject({ kind: v.literal('in-person'), place: line }),
  v.strictObject({
    kind: v.literal('other'),
    name: line,
    place: lineOrNone,
  }),
]);

/** Which of one's own sessions are looked for. @see L2 */
export const sessionFilter = v.strictObject({
  text: v.pipe(text, v.maxLength(80)),
  programId: v.nullable(id),
  withId: v.nullable(id),
  as: v.nullable(v.picklist(['mentor', 'mentee'])),
});

/** A session's place in its shelf, as it was when its page was made. */
export const shelfPlace = v.strictObject({ startsAt: instant, id });

export const role = v.picklist(['mentee', 'mentor', 'manager']);
export const availability = v.picklist(['available', 'busy', 'away']);
/** Made by whoever gives it, so that no answer that is kept holds it: 32 random bytes, hexadecimal. */
export const secretToken = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const chosen = <Topic extends MailTopic>(topic: Topic) => v.picklist(mailTopics[topic]);
/** For each topic, one of what can be chosen for it. */
export const mailChoices = v.strictObject({
  answers: chosen('answers'),
  changes: chosen('changes'),
  reminders: chosen('reminders'),
  afterwards: chosen('afterwards'),
  cases: chosen('cases'),
  messages: chosen('messages'),
  calendar: chosen('calendar'),
});
/** For each topic, whether one's devices are told of it. */
export const pushChoices = v.strictObject({
  answers: v.boolean(),
  changes: v.boolean(),
  reminders: v.boolean(),
  afterwards: v.boolean(),
  cases: v.boolean(),
  messages: v.boolean(),
});
/** Bytes in base64url, this many characters of it. */
const bytes = (characters: number) => v.pipe(v.string(), v.length(characters), v.regex(/^[\w-]+$/));
/** What a browser gives out for a device: where to push to, and with which keys. */
export const pushSubscription = v.strictObject({
  endpoint: v.pipe(v.string(), v.url(), v.maxLength(1000)),
  /** A point of P-256, uncompressed. */
  key: bytes(87),
  secret: bytes(22),
});
/** The digest of a subscription's endpoint. */
export const deviceId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Seed of a drawn portrait; null for initials. */
export const portrait = v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,24}$/)));
