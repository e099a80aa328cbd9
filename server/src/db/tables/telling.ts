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
  /** JSON of what changes. */
  change: string | null;
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

/** What people are told, and by which ways. */
export interface TellingTables {
  notice_mark: NoticeMarkTable;
  notice: NoticeTable;
  outbox: OutboxTable;
  mail_choice: MailChoiceTable;
  push_subscription: PushSubscriptionTable;
  push_choice: PushChoiceTable;
  calendar_link: CalendarLinkTable;
  used_link: UsedLinkTable;
}
