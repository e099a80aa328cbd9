import type { Booking, Contest, Outcome, Side, Terms, TermsChange } from '../booking/index.ts';
import type { SourceFault } from '../busy/index.ts';
import type { NoticeKind, Tongue } from '../telling/index.ts';
import type { Rating, RatingsView } from '../review/index.ts';
import type { Json } from '../time/index.ts';
import type { ProgramSettings } from '../program/index.ts';

/** What anyone who meets a person in Confab sees of them. */
export interface PersonCard {
  id: string;
  name: string;
  /** Seed of a drawn portrait, or null: initials. */
  portrait: string | null;
  zone: string;
}

export type Role = 'mentee' | 'mentor' | 'manager';
export type Availability = 'available' | 'busy' | 'away';
export type MembershipStatus = 'active' | 'awaiting-approval' | 'suspended' | 'ended';

export interface MembershipView {
  programId: string;
  programName: string;
  role: Role;
  status: MembershipStatus;
  availability: Availability;
}

export interface Me extends PersonCard {
  email: string;
  admin: boolean;
  tongue: Tongue;
  headline: string;
  about: string;
  languages: string[];
  subjects: string[];
  memberships: MembershipView[];
  /** How many cases wait in each program that the person manages; none is not named. @see F4 F5 */
  openCases: Record<string, number>;
}

export interface ProgramCard {
  id: string;
  name: string;
  purpose: string;
  mentors: number;
  /** The viewer's own role in it, or null. */
  role: Role | null;
}

export interface MentorCard extends PersonCard {
  headline: string;
  languages: string[];
  subjects: string[];
  availability: Availability;
  /** The next start that is open for the program's shortest session, whoever asks; or null. @see A6 */
  nextOpenAt: string | null;
  /** Milliseconds of open time in which the mentor usually answers, or null. @see A7 */
  usualAnswer: number | null;
  /** How mentees rated them in this program; null: not yet, or it is not shown. @see F6 */
  ratings: RatingsView | null;
}

export interface MentorProfile extends MentorCard {
  about: string;
  programs: { id: string; name: string }[];
}

export interface ProgramView extends ProgramCard {
  settings: ProgramSettings;
  people: MentorCard[];
}

/** One of a mentor's calendars, as they alone see it. @see A8 */
export interface CalendarSourceView {
  id: string;
  name: string;
  /** Where it is read; null: it was a file. */
  host: string | null;
  /** When it was last read, or found unchanged; null: not yet. */
  refreshedAt: string | null;
  /** Until when its busy times are known. */
  knownUntil: string | null;
  /** Why it could not be read the last time; what was known before still counts. */
  fault: SourceFault | null;
  /** Entries that could not be understood. */
  leftOut: number;
  /** Busy from now on, as far as is known. */
  busyMinutes: number;
}

/** A program's settings with their version: whoever changes them names the one they saw. */
export interface DecidedSettings {
  version: number;
  settings: ProgramSettings;
}

/** One entry of a conversation. `line`: a booking event, not a message. @see C5 G1 */
export type MessageView = { id: string; seq: number; sentAt: string } & (
  | { kind: 'text'; author: string; text: string }
  | {
      kind: 'line';
      bookingId: string;
      author: string | null;
      event: string;
      startsAt: string;
      /** What a proposal would change, or an acceptance has changed. */
      change: TermsChange | null;
    }
);

/** A conversation as one of its two people sees it. @see C1 C4 */
export interface ConversationView {
  /** The other person's id; the conversation's name on the wire. */
  with: string;
  lastSeq: number;
  unread: number;
  readUpTo: number;
  /** How far the other has read. */
  otherReadUpTo: number;
  writable: boolean;
  /** The viewer has sent at least one message of their own. @see G1 */
  gatePassed: boolean;
  /** The newest entries, oldest first; at most {@link tailLength}. */
  tail: MessageView[];
}

/** What a link in a letter asks its reader to answer. */
export interface AnswerAsked {
  other: PersonCard;
  /** The reader's own. */
  zone: string;
  tongue: Tongue;
  terms: Json<Terms>;
  /** The terms in whose place they would be; null: it is a request. */
  instead: Json<Terms> | null;
  respondBy: string;
  programName: string;
}

export type BookingJson = Json<Booking>;

/** A booking with what its page needs beside the state. */
export interface BookingView {
  booking: BookingJson;
  programName: string;
  /** The session is completed, and the viewer has reviewed it. @see F6 */
  reviewed: boolean;
}

/** A review as its author and, of a mentor, whom it is about read it. @see F6 */
export interface ReviewView {
  rating: Rating;
  text: string;
  writtenAt: string;
}

/** A review as a mentor's profile shows it: of its author no more than this. @see F6 */
export interface PublicReview {
  id: string;
  rating: Rating;
  text: string;
  firstName: string;
  /** `2026-03` */
  month: string;
}

/** What a mentor wrote of a mentee, for the program's manager. @see F6 */
export interface MentorComment extends ReviewView {
  id: string;
  mentorId: string;
  menteeId: string;
}

/** One of a person's sessions in their calendar; a pending one at the time on the table. @see L3 B6 */
export interface CalendarSession {
  id: string;
  state: 'pending' | 'accepted' | 'completed' | 'no-show';
  /** The person's own side. */
  side: Side;
  /** The other person. */
  with: string;
  programName: string;
  startsAt: string;
  endsAt: string;
}

/** What happened, for the timeline. */
export interface TimelineEntry {
  at: string;
  type: string;
  by: string | null;
  startsAt: string | null;
  reason: string | null;
  /** What a proposal would change, or an acceptance has changed. @see R1 */
  change: TermsChange | null;
  minutes: number | null;
  /** Who is said not to have come. */
  missed: Side | null;
}

/** One side's time in the room; null: still there, or it was not told. @see W5 F3 */
export interface Stay {
  side: Side;
  joinedAt: string;
  leftAt: string | null;
}

/** What was marked, by whom. @see F1 F3 F4 */
export interface MarkView {
  bySide: Side | 'manager';
  outcome: Outcome;
}

/** A session as a manager of its program settles it: of it only what it is judged by. @see F4 F5 */
export interface CaseView {
  bookingId: string;
  /** Whoever settles it names the one they saw. @see B5 */
  revision: number;
  /** Why it waits; null: it does not. */
  kind: 'contested' | 'forgotten' | null;
  /** Since when it waits. */
  openedAt: string | null;
  /** From when on it may be settled; null: from now on. */
  settleFrom: string | null;
  mentorId: string;
  menteeId: string;
  startsAt: string;
  endsAt: string;
  /** By online video, where attendance is kept. */
  online: boolean;
  /** Null: nothing was marked. */
  mark: MarkView | null;
  contest: Json<Contest> | null;
  attendance: Stay[];
}

/** A session of a program that is marked, as its managers find it. @see F4 */
export interface MarkedSession {
  bookingId: string;
  mentorId: string;
  menteeId: string;
  startsAt: string;
  endsAt: string;
  mark: MarkView;
  contested: boolean;
}

/** What somebody changed of other people's affairs in a program. @see F4 */
export type AuditEntryView = { id: string; at: string; actorId: string; reason: string | null } & (
  | {
      deed: 'settled';
      bookingId: string;
      mentorId: string;
      menteeId: string;
      startsAt: string;
      /** Null: nobody had marked it. */
      before: MarkView | null;
      contested: boolean;
      after: MarkView;
    }
  | { deed: 'approved' | 'suspended' | 'reinstated'; personId: string }
  | { deed: 'invited'; role: Role }
  | { deed: 'settings-changed'; before: ProgramSettings; after: ProgramSettings }
);

/** Something a person is told. What it says is told by its kind, in the reader's own words. @see N1 N4 */
export interface NoticeView {
  id: string;
  /** Rises by one with each of a person's notices. */
  no: number;
  at: string;
  kind: NoticeKind;
  bookingId: string;
  /** The other of the two; of a case, the mentee. */
  with: string;
  /** It is told to a manager of this program, of a session with this mentor; null: to one of the two. */
  managed: { programId: string; mentorId: string } | null;
  /** When the session starts that it speaks of. */
  startsAt: string;
  /** What a proposal would change, or an acceptance has changed. */
  change: TermsChange | null;
}

/** A device that is told of notices while Confab is closed. */
export interface PushDevice {
  /** The digest of its endpoint. */
  id: string;
  words: string;
  since: string;
}

/** A person's notices, as far as they are shown at once. */
export interface NoticesView {
  /** Up to this number they have been seen. */
  readUpTo: number;
  lastNo: number;
  /** Of the last `keptNotices` numbers those that still hold, newest first. */
  latest: NoticeView[];
}
