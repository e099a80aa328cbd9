/** A session that waits for a manager of its program. @see F4 F5 */
export interface OpenCaseTable {
  booking_id: string;
  program_id: string;
  kind: 'contested' | 'forgotten';
  opened_at: string;
}

/** What somebody changed of other people's affairs; only ever appended to. @see F4 */
export interface AuditEntryTable {
  id: string;
  program_id: string;
  /** The session that it is about, or the member, or neither. */
  booking_id: string | null;
  person_id: string | null;
  actor_id: string;
  deed:
    | 'booking.settle'
    | 'membership.approve'
    | 'membership.suspend'
    | 'membership.reinstate'
    | 'program.invite'
    | 'program.change-settings';
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

/** What a session leaves behind. */
export interface AfterwardsTables {
  open_case: OpenCaseTable;
  audit_entry: AuditEntryTable;
  review: ReviewTable;
  mentor_rating: MentorRatingTable;
  private_note: PrivateNoteTable;
}
