/** What two people have to do with each other, as far as writing to each other goes. */
export interface Relation {
  /** A program in which both have an active membership. */
  sharedProgram: boolean;
  /**
   * The most welcoming availability of the other as a mentor, over the programs where the writer is
   * a mentee and the other an approved, active mentor; null where there is none.
   */
  mentorAvailability: 'available' | 'busy' | 'away' | null;
  conversation: boolean;
  /** They have or had a booking with each other. */
  booking: boolean;
  /** A pending or upcoming one. */
  liveBooking: boolean;
}

/**
 * May this person write to the other now? Only a mentee opens a conversation, and only with a mentor
 * who is open to it; in an existing one both write while they share a program. @see C1 P3
 */
export function mayWrite(relation: Relation): boolean {
  if (!relation.sharedProgram) return false;
  switch (relation.mentorAvailability) {
    case null:
      return relation.conversation;
    case 'available':
      return true;
    case 'busy':
      return relation.conversation || relation.booking;
    case 'away':
      return relation.liveBooking;
  }
}

/**
 * Does it turn on what the two have booked whether the one may write? Else that need not be asked.
 * @see P3
 */
export const turnsOnBookings = ({
  sharedProgram,
  mentorAvailability,
  conversation,
}: Pick<Relation, 'sharedProgram' | 'mentorAvailability' | 'conversation'>): boolean =>
  sharedProgram &&
  (mentorAvailability === 'away' || (mentorAvailability === 'busy' && !conversation));
