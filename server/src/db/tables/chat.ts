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
  /** JSON of what changes. */
  change: string | null;
  sent_at: string;
}

export interface ChatTables {
  conversation: ConversationTable;
  participant: ParticipantTable;
  message: MessageTable;
}
