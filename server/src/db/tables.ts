/** Instants are fixed-width text (`toText`), documents JSON text, truths 0 or 1. */
export interface PersonTable {
  id: string;
  name: string;
  email: string;
  zone: string;
  portrait: string | null;
  admin: number;
  headline: string;
  about: string;
  languages: string;
  subjects: string;
  created_at: string;
}

export interface ProgramTable {
  id: string;
  name: string;
  purpose: string;
  settings: string;
  settings_version: number;
  directory_version: number;
  created_at: string;
}

export interface MembershipTable {
  program_id: string;
  person_id: string;
  role: 'mentee' | 'mentor' | 'manager';
  status: 'active' | 'awaiting-approval' | 'suspended' | 'ended';
  availability: 'available' | 'busy' | 'away';
  created_at: string;
}

export interface InvitationTable {
  token_hash: string;
  program_id: string;
  role: 'mentee' | 'mentor' | 'manager';
  created_by: string;
  created_at: string;
  expires_at: string;
  uses: number;
}

export interface CommandOutcomeTable {
  person_id: string;
  command_id: string;
  payload_hash: string;
  outcome: string;
  decided_at: string;
}

export interface FeedHeadTable {
  person_id: string;
  seq: number;
}

export interface FeedEntryTable {
  person_id: string;
  seq: number;
  kind: string;
  ref: string;
  written_at: string;
}

export interface WakeupTable {
  kind: string;
  ref: string;
  due_at: string;
}

export interface InstallationTable {
  name: string;
  value: string;
}

export interface ConversationTable {
  id: string;
  low_id: string;
  high_id: string;
  last_seq: number;
  last_at: string;
}

export interface ParticipantTable {
  conversation_id: string;
  person_id: string;
  read_up_to: number;
  written: number;
}

export interface MessageTable {
  id: string;
  conversation_id: string;
  seq: number;
  kind: 'text' | 'line';
  author_id: string | null;
  text: string | null;
  booking_id: string | null;
  event: string | null;
  starts_at: string | null;
  sent_at: string;
}

export interface BookingTable {
  id: string;
  program_id: string;
  mentor_id: string;
  mentee_id: string;
  state: string;
  starts_at: string;
  ends_at: string;
  closes_at: string;
  room_id: string | null;
  requested_at: string;
  document: string;
}

export interface BookingEventTable {
  booking_id: string;
  revision: number;
  type: string;
  actor_id: string | null;
  happened_at: string;
  document: string;
}

/** With whom and where a person has had sessions, and when the latest was requested. @see L2 */
export interface MetTable {
  person_id: string;
  /** The person's own. */
  side: 'mentor' | 'mentee';
  other_id: string;
  program_id: string;
  latest_at: string;
}

/** A request's note as it is searched, once for each of its two people. @see L2 */
export interface SessionNoteTable {
  person_id: string;
  booking_id: string;
  /** By `searchText`. */
  folded: string;
}

/** Every room that a booking ever had. */
export interface RoomTable {
  id: string;
  booking_id: string;
}

/** Absent: the room's first epoch. */
export interface RoomEpochTable {
  room_id: string;
  epoch: number;
}

/** The media node at which a room has its place; empty: the application's own origin. */
export interface RoomPlaceTable {
  room_id: string;
  node: string;
}

export interface AttendanceTable {
  id: string;
  booking_id: string;
  room_id: string;
  person_id: string;
  kind: 'joined' | 'left';
  happened_at: string;
}

/** A mentor's hours, for all their programs. @see A1 */
export interface HoursTable {
  person_id: string;
  document: string;
}

/** A calendar that a mentor has named, by its address or as a file. @see A8 */
export interface CalendarSourceTable {
  id: string;
  person_id: string;
  name: string;
  /** Of the address; null: a file, of which nothing more is kept. */
  host: string | null;
  /** A secret of the mentor's. */
  address: string | null;
  etag: string | null;
  last_modified: string | null;
  /** The mentor's zone when it was read. */
  read_zone: string | null;
  /** When it was last read as a whole: from time to time it is, although it has not changed. */
  whole_at: string | null;
  /** When it was last read, or had not changed. */
  refreshed_at: string | null;
  known_until: string | null;
  /** Entries that could not be understood. */
  left_out: number;
  fault: string | null;
  /** In a row. */
  failures: number;
  /** Since when the mentor waits for it to be read; null: they do not. */
  asked_at: string | null;
  /** When a turn of it last ended. */
  tried_at: string | null;
  /** Its next turn; while it is being read, when it is anybody's again. Null: a file. */
  next_at: string | null;
  made_at: string;
}

/** When a mentor is busy in a week, by one of their calendars. @see A8 */
export interface BusyWeekTable {
  person_id: string;
  /** Counted from 1970-01-01, in UTC. */
  week: number;
  source_id: string;
  packed: string;
}

/** A mentor's first answer to an offer, with the open seconds it took. @see A7 */
export interface MentorAnswerTable {
  booking_id: string;
  version: number;
  mentor_id: string;
  answered_at: string;
  open_seconds: number;
}

/** How far a person's notices go, and how far they have seen them. Absent: none yet. */
export interface NoticeMarkTable {
  person_id: string;
  last_no: number;
  read_up_to: number;
}

export interface NoticeTable {
  id: string;
  person_id: string;
  no: number;
  kind: string;
  booking_id: string;
  starts_at: string;
  told_at: string;
}

/** A letter by mail or push: waiting for its turn, or at the end of its way. */
export interface OutboxTable {
  id: string;
  person_id: string;
  kind: string;
  booking_id: string | null;
  revision: number;
  state: 'waiting' | 'sent' | 'dropped' | 'dead';
  attempts: number;
  /** Its next turn; while it is under way, when it is anybody's again. */
  next_at: string;
  fault: string | null;
  made_at: string;
  ended_at: string | null;
  channel: 'mail' | 'push';
  /** Of a push: the service that takes it. */
  way: string;
  device_id: string | null;
  /** Of a push: the notice's number. */
  notice_no: number | null;
}

/** Absent: what is chosen for everybody. */
export interface MailChoiceTable {
  person_id: string;
  choices: string;
}

/** A device that is told, by the sign-in under which it asked for that. */
export interface PushSubscriptionTable {
  /** The digest of the endpoint. */
  id: string;
  person_id: string;
  session_id: string;
  endpoint: string;
  key: string;
  secret: string;
  words: string;
  made_at: string;
  used_at: string;
}

/** Absent: what is chosen for everybody. */
export interface PushChoiceTable {
  person_id: string;
  choices: string;
}

export interface CalendarLinkTable {
  person_id: string;
  token_hash: string;
  made_at: string;
}

export interface UsedLinkTable {
  booking_id: string;
  version: number;
  person_id: string;
  used_at: string;
}

/** A session that waits for a manager of its program. @see F4 F5 */
export interface OpenCaseTable {
  booking_id: string;
  program_id: string;
  kind: 'contested' | 'forgotten';
  opened_at: string;
}

/** What a manager changed of other people's affairs; only ever appended to. @see F4 */
export interface AuditEntryTable {
  id: string;
  program_id: string;
  booking_id: string;
  actor_id: string;
  deed: string;
  before: string;
  after: string;
  reason: string | null;
  happened_at: string;
}

/** @see F6 */
export interface ReviewTable {
  id: string;
  booking_id: string;
  author_id: string;
  about_id: string;
  program_id: string;
  by_side: 'mentor' | 'mentee';
  /** The session is completed: 0 hides it from everybody but its author. */
  counts: number;
  rating: number;
  text: string;
  written_at: string;
}

/** What a mentor's reviews that count come to in a program: counted when one changes. @see F6 */
export interface MentorRatingTable {
  program_id: string;
  mentor_id: string;
  count: number;
  /** Of the ratings. */
  sum: number;
}

/** Read by nobody but this person. */
export interface PrivateNoteTable {
  booking_id: string;
  person_id: string;
  version: number;
  text: string;
}

export interface Tables {
  person: PersonTable;
  program: ProgramTable;
  membership: MembershipTable;
  invitation: InvitationTable;
  command_outcome: CommandOutcomeTable;
  feed_head: FeedHeadTable;
  feed_entry: FeedEntryTable;
  wakeup: WakeupTable;
  installation: InstallationTable;
  conversation: ConversationTable;
  participant: ParticipantTable;
  message: MessageTable;
  booking: BookingTable;
  booking_event: BookingEventTable;
  room: RoomTable;
  room_epoch: RoomEpochTable;
  room_place: RoomPlaceTable;
  attendance: AttendanceTable;
  hours: HoursTable;
  calendar_source: CalendarSourceTable;
  busy_week: BusyWeekTable;
  mentor_answer: MentorAnswerTable;
  notice_mark: NoticeMarkTable;
  notice: NoticeTable;
  outbox: OutboxTable;
  mail_choice: MailChoiceTable;
  push_subscription: PushSubscriptionTable;
  push_choice: PushChoiceTable;
  calendar_link: CalendarLinkTable;
  used_link: UsedLinkTable;
  open_case: OpenCaseTable;
  audit_entry: AuditEntryTable;
  met: MetTable;
  session_note: SessionNoteTable;
  review: ReviewTable;
  mentor_rating: MentorRatingTable;
  private_note: PrivateNoteTable;
}
