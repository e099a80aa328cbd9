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

/** Sessions, and how a person finds their own. */
export interface BookingTables {
  booking: BookingTable;
  booking_event: BookingEventTable;
  met: MetTable;
  session_note: SessionNoteTable;
}
