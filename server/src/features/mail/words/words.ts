import type { ChangedTerm, NoticeKind, Tongue } from '@confab/shared';
import type { LetterKind } from '../../../outbox/letter.ts';

/** What a sentence about a session is made with. */
export interface About {
  /** The other's name. */
  name: string;
  /** From when to when the session is, in the recipient's zone, with its city. */
  when: string;
  /** What of the terms another would be or has become, where it tells of that. */
  changed: ReadonlySet<ChangedTerm>;
  /** How long it really was, where it tells of that. */
  took: string | null;
}

type Lines = { subject: (about: About) => string; lead: (about: About) => string };

/** All that mail and pushes say, in one language. Another language is other files like `en.ts`. */
export interface Words {
  /** For `lang`, and for dates. */
  language: Tongue;
  locale: string;
  /** `Tuesday 24 November 2026 at 10:00 (Helsinki)` */
  moment: (day: string, time: string, city: string) => string;
  /** `Tuesday 24 November 2026, 10:00–11:00 (Helsinki)` */
  span: (day: string, times: string, city: string) => string;
  /** `1 h` and `30 min` */
  length: { hours: (count: number) => string; minutes: (count: number) => string };
  /** What cities are called that have another name in this language than in their zone's. */
  cities: Readonly<Record<string, string>>;
  letters: Record<Exclude<LetterKind, 'digest' | 'messages'>, Lines>;
  /** A session by its two people: `Farid with Aino`. */
  pair: (mentee: string, mentor: string) => string;
  /** Rows under the lead. */
  facts: {
    when: string;
    theirTime: (name: string) => string;
    /** The time that stood before another was proposed. */
    instead: string;
    length: string;
    /** How long it really was. */
    took: string;
    where: string;
    online: string;
    program: string;
    answerBy: string;
    reason: string;
    settled: string;
    /** A value that takes another's place. */
    change: (from: string, to: string) => string;
  };
  /** How a manager settled a session. */
  outcomes: {
    completed: (length: string) => string;
    youMissed: string;
    theyMissed: (name: string) => string;
  };
  buttons: {
    answer: string;
    open: string;
    case: string;
    room: string;
    messages: string;
    all: string;
  };
  digest: {
    subject: string;
    lead: string;
    unread: (name: string, count: number) => string;
  };
  /** On devices: sentences without what people have written. */
  push: {
    titles: Record<NoticeKind, (about: About) => string>;
    wrote: (name: string) => string;
    several: (name: string) => string;
  };
  greeting: (name: string) => string;
  footer: (address: string) => string;
  calendar: { summary: (name: string) => string; description: (address: string) => string };
}
