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
  /** The address, a secret of the mentor's, as `features/busy/sealing.ts` closes it; null: a file. */
  sealed: string | null;
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

/** When a mentor can be asked for. */
export interface TimesTables {
  hours: HoursTable;
  calendar_source: CalendarSourceTable;
  busy_week: BusyWeekTable;
  mentor_answer: MentorAnswerTable;
}
