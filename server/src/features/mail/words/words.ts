import type { NoticeKind, Tongue } from '@confab/shared';
import type { LetterKind } from '../../../outbox/letter.ts';

/** What a sentence about a session is made with. */
export interface About {
  /** The other's name. */
  name: string;
  /** When the session starts, in the recipient's zone, with its city. */
  when: string;
}

type Lines = { subject: (about: About) => string; lead: (about: About) => string };

/** All that mail and pushes say, in one language. Another language is other files like `en.ts`. */
export interface Words {
  /** For `lang`, and for dates. */
  language: Tongue;
  locale: string;
  /** `Tuesday 24 November 2026 at 10:00 (Helsinki)` */
  moment: (day: string, time: string, city: string) => string;
  /** What cities are called that have another name in this language than in their zone's. */
  cities: Readonly<Record<string, string>>;
  letters: Record<Exclude<LetterKind, 'digest' | 'messages'>, Lines>;
  /** A session by its two people: `Farid with Aino`. */
  pair: (mentee: string, mentor: string) => string;
  /** Rows under the lead. */
  facts: {
    when: string;
    theirTime: (name: string) => string;
    where: string;
    online: string;
    program: string;
    answerBy: string;
    reason: string;
    settled: string;
  };
  /** How a manager settled a session. */
  outcomes: {
    completed: (minutes: number) => string;
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
    titles: Record<NoticeKind, (name: string) => string>;
    wrote: (name: string) => string;
    several: (name: string) => string;
  };
  greeting: (name: string) => string;
  footer: (address: string) => string;
  calendar: { summary: (name: string) => string; description: (address: string) => string };
}
