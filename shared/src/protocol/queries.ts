import * as v from 'valibot';
import { everySession, type Side } from '../booking/index.ts';
import type { MailChoices, PushChoices } from '../telling/index.ts';
import type { Prepared } from '../media/prepared.ts';
import { dtlsParameters } from '../media/transport.ts';
import { call, type InputOf, type ValueOf, type WireOf } from './call.ts';
import type { Hours } from '../hours/index.ts';
import {
  count,
  id,
  instant,
  lineOrNone,
  localMoment,
  location,
  minutes,
  sessionFilter,
  shelfPlace,
  whole,
} from './fields.ts';
import type { FeedEvent, Snapshot } from './snapshot.ts';
import type {
  AuditEntryView,
  BookingView,
  CaseView,
  CalendarSourceView,
  CalendarSession,
  DecidedSettings,
  MarkedSession,
  MentorComment,
  MentorProfile,
  MembershipStatus,
  MessageView,
  NoticeView,
  PersonCard,
  ProgramCard,
  ProgramView,
  PushDevice,
  PublicReview,
  ReviewView,
  Role,
  Stay,
  TimelineEntry,
} from './views.ts';

/** The four lists of Sessions. */
export const shelves = ['pending', 'upcoming', 'past', 'cancelled'] as const;
export type Shelf = (typeof shelves)[number];

/** What an audit log can be read about. */
export const auditTopics = [
  'everything',
  'sessions',
  'members',
  'invitations',
  'settings',
] as const;
export type AuditTopic = (typeof auditTopics)[number];

/** Everything that only reads. What is due for those concerned is done first. @see D6 */
export const queries = {
  /** With `after`: the events since then, or a snapshot if they are no longer kept. */
  'live.resume': call(v.strictObject({ protocol: whole, after: v.nullable(count) }))<
    /** `directories`: version by program, so that what changed meanwhile is fetched again. */
    { now: number; directories: Record<string, number> } & (
      { snapshot: Snapshot } | { events: FeedEvent[]; more: boolean }
    )
  >(),
  'program.list': call(v.strictObject({}))<ProgramCard[]>(),
  'program.open': call(v.strictObject({ programId: id }))<ProgramView>(),
  /** For whoever may change them. */
  'program.settings': call(v.strictObject({ programId: id }))<
    DecidedSettings & { programName: string }
  >(),
  'mentor.open': call(v.strictObject({ programId: id, mentorId: id }))<MentorProfile>(),
  /** The page before `before`, oldest first; `more` says whether older ones exist. */
  'chat.history': call(v.strictObject({ with: id, before: whole }))<{
    messages: MessageView[];
    more: boolean;
  }>(),
  /** The page before `before`, newest first. */
  'notice.list': call(v.strictObject({ before: whole }))<{
    notices: NoticeView[];
    people: PersonCard[];
    more: boolean;
  }>(),
  'person.open': call(v.strictObject({ personId: id }))<PersonCard & { canWrite: boolean }>(),
  'booking.open': call(v.strictObject({ bookingId: id }))<
    BookingView & {
      people: PersonCard[];
      timeline: TimelineEntry[];
      /** Starts of the mentor's other pending requests that overlap; told to the mentor only. @see B6 */
      overlaps: { bookingId: string; startsAt: string }[];
      /** A session accepted since holds this time, so accepting this is impossible. @see B6 */
      impossible: boolean;
      /** Who was in its room and when, the first to come first. @see F3 */
      attendance: Stay[];
      /** A calendar of the mentor's says that they are busy then; told to the mentor only. @see A8 */
      calendarBusy: boolean;
    }
  >(),
  /** One page of a shelf; `before` is where the page before ended. @see L1 L2 */
  'booking.list': call(
    v.strictObject({
      shelf: v.picklist(shelves),
      before: v.nullable(shelfPlace),
      filter: v.optional(sessionFilter, everySession),
    }),
  )<{
    bookings: BookingView[];
    people: PersonCard[];
    /** Where this page ends; null: nothing comes after it. */
    next: { startsAt: string; id: string } | null;
  }>(),
  /** How many there are on each shelf. @see L1 L2 */
  'booking.counts': call(v.strictObject({ filter: sessionFilter }))<Record<Shelf, number>>(),
  /** Whom one has sessions with, latest first up to a bound, in what programs, and on which sides. */
  'booking.met': call(v.strictObject({}))<{
    people: PersonCard[];
    programs: { id: string; name: string }[];
    sides: Side[];
  }>(),
  /** What takes place, or may, within [from, until), six weeks at most. @see L3 */
  'booking.calendar': call(
    v.strictObject({ from: instant, until: instant, filter: sessionFilter }),
  )<{ sessions: CalendarSession[]; people: PersonCard[] }>(),
  /** What a request would mean, decided by the same rules, without making it. @see B1 */
  'booking.review': call(
    v.strictObject({ programId: id, mentorId: id, start: localMoment, minutes, location }),
  )<{
    startsAt: string;
    endsAt: string;
    respondBy: string;
    opensAt: string;
    closesAt: string;
    mentorZone: string;
  }>(),
  /** What the asker wrote after this session, and, to a mentor, what the mentee did. @see F6 */
  'review.open': call(v.strictObject({ bookingId: id }))<{
    own: ReviewView | null;
    ofMe: ReviewView | null;
  }>(),
  /** The page after the review `before`, newest first, of those that a mentor's profile shows. @see F6 */
  'review.list': call(v.strictObject({ programId: id, mentorId: id, before: v.nullable(id) }))<{
    reviews: PublicReview[];
    more: boolean;
  }>(),
  /** For the program's manager; the page after `before`, newest first. @see F6 */
  'review.feedback': call(v.strictObject({ programId: id, before: v.nullable(id) }))<{
    programName: string;
    comments: MentorComment[];
    people: PersonCard[];
    more: boolean;
  }>(),
  /** The asker's own note on a booking; nobody else is ever given it. */
  'note.open': call(v.strictObject({ bookingId: id }))<{ version: number; text: string }>(),
  /** The asker's own hours as a mentor; null: none are set. @see A1 */
  'hours.mine': call(v.strictObject({}))<{ hours: Hours | null }>(),
  /** The asker's own calendars, and when they are busy by them in the coming days. @see A8 */
  'calendar-source.list': call(v.strictObject({}))<{
    sources: CalendarSourceView[];
    /** As `packBusy` puts it. */
    busy: number[];
  }>(),
  /**
   * The starts in [from, until) that are open for the asker, at most five weeks of them; with
   * `bookingId`, those to which one of its two people may move it. @see A6 B6
   */
  'times.open': call(
    v.strictObject({
      programId: id,
      mentorId: id,
      from: instant,
      until: instant,
      minutes,
      bookingId: v.optional(id),
    }),
  )<{
    /** The mentor has set hours. */
    hasHours: boolean;
    zone: string;
    starts: string[];
    /** Where there are none: the first one after them. */
    next: string | null;
  }>(),
  /** The available mentors of a program who are free for a whole session within [from, until). */
  'times.free': call(v.strictObject({ programId: id, from: instant, until: instant, minutes }))<{
    mentorIds: string[];
  }>(),
  /** One session that a manager may settle, or has, and how it was settled before. @see F4 F5 */
  'program.case': call(v.strictObject({ programId: id, bookingId: id }))<{
    programName: string;
    case: CaseView;
    /** Newest first. */
    settlements: AuditEntryView[];
    people: PersonCard[];
  }>(),
  /** A program's marked sessions for its managers, the latest first, of people so named. @see F4 */
  'program.marked': call(
    v.strictObject({ programId: id, name: lineOrNone, before: v.nullable(shelfPlace) }),
  )<{
    programName: string;
    sessions: MarkedSession[];
    people: PersonCard[];
    /** Where this page ends; null: nothing comes after it. */
    next: { startsAt: string; id: string } | null;
  }>(),
  /** Who changed what of other people's affairs, the latest first; the page after `before`. @see F4 */
  'program.audit': call(
    v.strictObject({
      programId: id,
      about: v.picklist(auditTopics),
      name: lineOrNone,
      before: v.nullable(id),
    }),
  )<{
    programName: string;
    /** What the reader is shown of it: all, or what admins decide. */
    shown: 'all' | 'decided-by-admins';
    entries: AuditEntryView[];
    people: PersonCard[];
    more: boolean;
  }>(),
  /** A program's open cases for its managers, the longest open first; `after` ends the page before. @see F4 F5 */
  'program.cases': call(v.strictObject({ programId: id, after: v.nullable(id) }))<{
    programName: string;
    cases: CaseView[];
    people: PersonCard[];
    more: boolean;
  }>(),
  /** A booking by its room. */
  'room.look': call(v.strictObject({ roomId: id }))<BookingView & { people: PersonCard[] }>(),
  /**
   * Admission for one connection to the media node. Whoever says `dtls`, their end of DTLS, may
   * find their transports made. @see W1
   */
  'room.enter': call(
    v.strictObject({ roomId: id, dtls: v.optional(v.nullable(dtlsParameters), null) }),
  )<{
    grant: string;
    /** Where the node answers; empty: the same origin. */
    node: string;
    closesAt: string;
    /** Null: not asked for, or the node had no time for it; `join` makes them then. */
    prepared: Prepared | null;
  }>(),
  /** Admission to the echo of the network test. */
  'room.probe': call(v.strictObject({}))<{ grant: string; node: string }>(),
  /** What the caller is mailed about, where to, and whether mail is sent at all. */
  'mail.open': call(v.strictObject({}))<{
    sends: boolean;
    address: string;
    choices: MailChoices;
  }>(),
  /** What the caller's devices are told of, and which devices. */
  'push.open': call(v.strictObject({}))<{
    /** The key that browsers ask for; null: nothing is pushed here. */
    key: string | null;
    devices: PushDevice[];
    choices: PushChoices;
  }>(),
  /** Since when the caller's private calendar has an address; null: it has none. */
  'calendar.open': call(v.strictObject({}))<{ since: string | null }>(),
  /** Mail that waits, and the latest that was given up. */
  'admin.mail': call(v.strictObject({}))<{
    sends: boolean;
    waiting: number;
    dead: {
      id: string;
      kind: string;
      name: string;
      email: string;
      madeAt: string;
      attempts: number;
      fault: string;
    }[];
  }>(),
  'admin.overview': call(v.strictObject({}))<{
    programs: {
      id: string;
      name: string;
      members: (PersonCard & { email: string; role: Role; status: MembershipStatus })[];
      invitations: { role: Role; createdAt: string; uses: number }[];
    }[];
  }>(),
};

export type Queries = typeof queries;
export type QueryName = keyof Queries;
export type QueryInput<Name extends QueryName> = InputOf<Queries[Name]>;
export type QueryWire<Name extends QueryName> = WireOf<Queries[Name]>;
export type QueryValue<Name extends QueryName> = ValueOf<Queries[Name]>;
